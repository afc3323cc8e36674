import type { QueryRow } from '../../../schemas/api.js';
import type { Column } from '../../components/DataTable.js';
import type { Owners } from '../../components/useOwners.js';
import type { Format } from '../../i18n/format.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { texts } from './texts.js';

export type Rep = QueryRow<'owners'>;

/** What each rep has and did, in the order of the table. */
export function repColumns(format: Format, { ownerName, owners }: Owners, isWide: boolean): Column<Rep>[] {
  const m = texts.value;
  const { columns: orders } = orderTexts.value;
  const { text, count, amounts } = columnsOf<Rep>(format);
  return [
    text('owner', m.rep, {
      width: 8.5,
      card: 'title',
      cell: ({ owner }) => (owner ? isolated(ownerName(owner)) : <span class="muted">{m.nobody}</span>),
      filter: { kind: 'person', options: owners },
    }),
    count('people', m.people, { width: 6 }),
    count('new', m.new, { width: 5.25 }),
    count('contacted', m.contacted, { width: 7 }),
    count('open_steps', m.openSteps, { width: 7, isOptional: !isWide }),
    count('overdue', m.overdue, {
      width: 6.25,
      cell: ({ overdue }) => overdue > 0 && <span class="tag tag-bad">{format.number(overdue)}</span>,
    }),
    count('won', m.won, { width: 5.75 }),
    count('orders', orders.orders, { width: 5.75 }),
    amounts('gross_minor', orders.gross),
    amounts('refunds_minor', orders.refunded),
    amounts('revenue_minor', m.revenue, { card: 'end' }),
  ];
}
