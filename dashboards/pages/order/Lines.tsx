import type { Column } from '../../components/columns.js';
import { isDay } from '../../components/date_range.js';
import { PlainTable } from '../../components/PlainTable.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import type { Order } from '../../orders/acts/order.js';
import { type Line, readLines, restOf } from '../../orders/lines.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { productUrl } from '../../urls.js';
import { texts } from './texts.js';

type Row = Line & { key: string };

/** What was bought, and what was paid beside the lines. A column that no line has anything in is left out. */
export function Lines({ order: { lines, currency, value_minor } }: { order: Order }) {
  const { line: m } = orderTexts.value;
  const { lines: label, noLines, extra: extraText } = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const rows = readLines(lines).map((line, index): Row => ({ ...line, key: String(index) }));
  const money = (minor: number | undefined) => minor !== undefined && format.money(minor, currency);
  const number = { align: 'end' as const, width: 6 };
  const columns: Column<Row>[] = [
    {
      name: 'product',
      title: m.product,
      width: 12,
      wraps: true,
      cell: ({ product, name }) => (
        <a href={productUrl(site.id, product)}>
          <UserText>{name || product}</UserText>
        </a>
      ),
    },
    { name: 'serial', title: m.serial, cell: ({ serial }) => serial && <UserText>{serial}</UserText> },
    {
      name: 'warrantyUntil',
      title: m.warranty,
      width: 7,
      cell: ({ warrantyUntil: day }) => (isDay(day) ? format.shortDay(day) : day),
    },
    {
      name: 'rest',
      title: m.more,
      wraps: true,
      cell: (line) => {
        const told = restOf(line).map((pair) => pair.join(': '));
        return told.length > 0 && <UserText>{told.join(' · ')}</UserText>;
      },
    },
    { name: 'quantity', title: m.quantity, ...number, cell: ({ quantity }) => format.number(quantity) },
    { name: 'price', title: m.price, ...number, cell: ({ priceMinor }) => money(priceMinor) },
    {
      name: 'discount',
      title: m.discount,
      ...number,
      cell: ({ discountMinor }) => discountMinor !== 0 && money(-discountMinor),
    },
    { name: 'tax', title: m.tax, ...number, cell: ({ taxMinor }) => money(taxMinor) },
    { name: 'total', title: m.total, ...number, card: 'end', cell: ({ totalMinor }) => money(totalMinor) },
  ];
  if (rows.length === 0) return <p class="muted">{noLines}</p>;
  const extra = value_minor - rows.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  return (
    <>
      <PlainTable
        label={label}
        rows={rows}
        keyOf={({ key }) => key}
        columns={columns.filter(({ cell }) => rows.some((row) => cell(row)))}
      />
      {extra !== 0 && rows.every(({ priceMinor }) => priceMinor !== undefined) && (
        <p class="order-extra">{extraText(format.money(extra, currency))}</p>
      )}
    </>
  );
}
