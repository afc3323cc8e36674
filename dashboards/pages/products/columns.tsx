import type { QueryRow } from '../../../schemas/api.js';
import { toMinor } from '../../../schemas/money.js';
import type { Column } from '../../components/DataTable.js';
import type { Format } from '../../i18n/format.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { texts } from '../../products/texts.js';

export type SoldProduct = QueryRow<'products'>;

/**
 * Everything that a list of products can tell, in the order of the table.
 *
 * @param siteCurrency of list prices that name none
 */
export function productColumns(format: Format, siteCurrency: string, isWide: boolean): Column<SoldProduct>[] {
  const { columns: m } = texts.value;
  const { columns: orders } = orderTexts.value;
  const { text, moment, count, money } = columnsOf<SoldProduct>(format);
  const onWide = { isOptional: !isWide };
  const currencyOf = ({ currency }: SoldProduct) => currency;
  /** Nothing is told of what nobody has bought or given back. */
  const sold = (name: 'gross_minor' | 'refunds_minor' | 'net_minor', title: string) =>
    money(name, title, currencyOf, {
      cell: (row) => row[name] !== 0 && format.money(row[name], row.currency),
    });
  return [
    text('name', m.product, {
      width: 12,
      card: 'title',
      cell: ({ name, product }) => isolated(name || product),
    }),
    text('product', texts.value.fields.id, { width: 7, isOptional: true }),
    text('category', m.category, { width: 7, ...onWide }),
    count('units', m.units, { width: 4.5 }),
    count('orders', orders.orders, { width: 5, isOptional: true }),
    count('customers', m.buyers, { width: 6, isOptional: true }),
    sold('gross_minor', orders.gross),
    sold('refunds_minor', orders.refunded),
    sold('net_minor', orders.net),
    {
      name: 'list_price',
      title: m.listPrice,
      width: 6,
      align: 'end',
      cell: ({ list_price: price, currency = '' }) => {
        const code = currency || siteCurrency;
        return price !== null && format.money(toMinor(price, code) ?? 0, code);
      },
    },
    money('price_avg_minor', m.average, currencyOf, { width: 7.5 }),
    money('price_median_minor', m.median, currencyOf, { width: 7.5, ...onWide }),
    money('price_min_minor', m.lowest, currencyOf, { width: 6, ...onWide }),
    money('price_max_minor', m.highest, currencyOf, { width: 6, ...onWide }),
    moment('last_sold', m.lastSold, { width: 6 }),
    text('currency', texts.value.fields.currency, { width: 6, isOptional: true }),
  ];
}
