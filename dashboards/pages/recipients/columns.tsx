import type { QueryRow } from '../../../schemas/api.js';
import type { Column } from '../../components/DataTable.js';
import type { Format } from '../../i18n/format.js';
import { Follower } from '../../links/Follower.js';
import { texts as linkTexts } from '../../links/texts.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { texts } from './texts.js';

export type LinkRecipient = QueryRow<'clickers'>;

/** Everything that a list of recipients can tell, in the order of the table. */
export function recipientColumns(format: Format): Column<LinkRecipient>[] {
  const m = texts.value;
  const { columns } = linkTexts.value;
  const { text, choice, moment, count } = columnsOf<LinkRecipient>(format);
  return [
    {
      name: 'name',
      title: m.recipient,
      width: 12,
      card: 'title',
      cell: (one) => (one.is_known ? <Follower of={one} /> : isolated(one.email || one.customer)),
    },
    text('email', m.email, { width: 12, isOptional: true }),
    text('customer', m.customer, { width: 8, isOptional: true }),
    choice('clicked', m.clicked, Object.entries(m.answers), {
      width: 6,
      cell: ({ clicked }) => (clicked === 'yes' ? m.answers.yes : m.answers.no),
    }),
    count('clicks', columns.clicks, { width: 5 }),
    count('clicks_touched', columns.touched, { width: 7.5 }),
    moment('last_click', columns.lastClick, { width: 7 }),
    moment('first_click', columns.firstClick, { width: 7, isOptional: true }),
  ];
}
