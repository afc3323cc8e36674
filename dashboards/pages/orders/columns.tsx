import type { QueryRow } from '../../../schemas/api.js';
import type { Column } from '../../components/DataTable.js';
import type { Owners } from '../../components/useOwners.js';
import type { Format } from '../../i18n/format.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { Amount } from '../../orders/Amount.js';
import { Buyer } from '../../orders/Buyer.js';
import { Status, statusOptions } from '../../orders/Status.js';
import { texts } from '../../orders/texts.js';

export type Order = QueryRow<'purchases'>;

/** Of products and reps, of which an order may have hundreds. */
const LISTED = 5;

/** Everything that a list of orders can tell, in the order of the table. */
export function orderColumns(
  format: Format,
  { ownerName, owners }: Owners,
  isWide: boolean,
): Column<Order>[] {
  const { columns: m, ratingOf } = texts.value;
  const { text, choice, moment, money } = columnsOf<Order>(format);
  const currencyOf = ({ currency }: Order) => currency;
  const worth = (name: 'value_minor' | 'refunded_minor' | 'net_minor', title: string) =>
    money(name, title, currencyOf, {
      cell: ({ [name]: minor, currency, status }) =>
        (minor !== 0 || name !== 'refunded_minor') && (
          <Amount minor={minor} currency={currency} status={status} />
        ),
    });
  const listed = (values: readonly string[]) => isolated(values.slice(0, LISTED).join(', '));
  const optional = { isOptional: true };
  const onWide = { isOptional: !isWide };
  return [
    text('order_id', m.order, { width: 7, card: 'title' }),
    { name: 'name', title: m.customer, width: 9, cell: (order) => <Buyer of={order} /> },
    { name: 'company', title: m.company, width: 8, cell: ({ company }) => isolated(company), ...optional },
    // With the arrow of the order, by which it is the usual one.
    moment('ts', m.placed, { width: 7.5 }),
    choice('status', m.status, statusOptions(), {
      width: 11,
      card: 'end',
      cell: ({ status }) => <Status status={status} />,
    }),
    worth('value_minor', m.gross),
    worth('refunded_minor', m.refunded),
    worth('net_minor', m.net),
    {
      name: 'products',
      title: m.products,
      width: 8,
      filter: { kind: 'text' },
      cell: ({ products }) => listed(products),
    },
    {
      name: 'reps',
      title: m.reps,
      width: 7,
      filter: { kind: 'person', options: owners },
      cell: ({ reps }) => listed(reps.map(ownerName)),
      ...onWide,
    },
    text('coupon', m.coupon, { width: 7, ...optional }),
    {
      name: 'rating',
      title: m.rating,
      width: 5,
      align: 'end',
      sort: 'desc',
      filter: { kind: 'number' },
      cell: ({ rating, rating_max: best }) =>
        rating !== null &&
        (best === null ? format.number(rating) : ratingOf(format.number(rating), format.number(best))),
      ...onWide,
    },
    moment('changed_at', m.changed, { width: 7, ...optional }),
    moment('cancelled_at', m.cancelled, { width: 7, ...optional }),
  ];
}
