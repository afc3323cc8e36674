import type { QueryRow } from '../../../schemas/api.js';
import type { Column } from '../../components/DataTable.js';
import { nameOf, Stage } from '../../components/person.js';
import { Ago, UserText } from '../../components/Text.js';
import type { Owners } from '../../components/useOwners.js';
import type { Format } from '../../i18n/format.js';
import { whatOf } from '../../people/acts/steps.js';
import { texts } from './texts.js';

export type StepRow = QueryRow<'next_steps'>;

/** As persons are named everywhere. */
export const named = ({ name, email, phone, customer }: StepRow) => ({
  name,
  email,
  phone,
  customers: customer ? [customer] : [],
});

const isolated = (text: string) => text && <UserText>{text}</UserText>;

export function columnsOf(format: Format, { ownerName, owners }: Owners, isWide: boolean): Column<StepRow>[] {
  const m = texts.value;
  return [
    {
      name: 'what',
      title: m.columns.what,
      width: 14,
      sort: 'asc',
      card: 'title',
      filter: { kind: 'text' },
      cell: (row) => (row.step ? isolated(whatOf(row)) : <span class="muted">{m.due.none}</span>),
    },
    {
      name: 'name',
      title: m.columns.person,
      width: 10,
      sort: 'asc',
      filter: { kind: 'text' },
      cell: (row) => isolated(nameOf(named(row))),
    },
    {
      name: 'due',
      title: m.columns.due,
      width: 6,
      card: 'end',
      filter: { kind: 'choice', options: Object.entries(m.due) },
      cell: ({ due }) => (
        <span class={due === 'overdue' ? 'tag tag-bad' : 'tag'}>
          {m.due[due as keyof typeof m.due] ?? due}
        </span>
      ),
    },
    {
      name: 'at',
      title: m.columns.at,
      width: 10,
      sort: 'asc',
      cell: ({ at }) => at > 0 && format.shortDateTime(at),
    },
    {
      name: 'rep',
      title: m.columns.rep,
      width: 7,
      sort: 'asc',
      filter: { kind: 'person', options: owners },
      cell: ({ rep }) => isolated(rep && ownerName(rep)),
    },
    {
      name: 'company',
      title: m.columns.company,
      width: 8,
      sort: 'asc',
      filter: { kind: 'text' },
      cell: ({ company }) => isolated(company),
      isOptional: !isWide,
    },
    {
      name: 'phone',
      title: m.columns.phone,
      width: 8,
      cell: ({ phone }) =>
        phone && (
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            <UserText>{phone}</UserText>
          </a>
        ),
      isOptional: true,
    },
    {
      name: 'stage',
      title: m.columns.stage,
      width: 6,
      cell: ({ stage }) => <Stage stage={stage} />,
      isOptional: true,
    },
    {
      name: 'last_contact_at',
      title: m.columns.lastContact,
      width: 7,
      sort: 'desc',
      cell: ({ last_contact_at }) => last_contact_at > 0 && <Ago ts={last_contact_at} />,
      isOptional: !isWide,
    },
  ];
}
