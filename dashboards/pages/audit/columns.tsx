import type { FilterColumn } from '../../components/columns.js';
import type { Column } from '../../components/DataTable.js';
import type { Format } from '../../i18n/format.js';
import type { AuditRow } from './data.js';
import { Entry } from './Entry.js';
import { texts } from './texts.js';
import type { NameOf, useNames } from './useNames.js';

export function columnsOf(nameOf: NameOf, format: Format): Column<AuditRow>[] {
  const { columns, actions } = texts.value;
  return [
    {
      name: 'action',
      title: columns.what,
      width: 30,
      wraps: true,
      filter: { kind: 'choice', options: Object.entries(actions) },
      cell: (row) => <Entry row={row} nameOf={nameOf} />,
    },
    {
      name: 'ts',
      title: columns.when,
      width: 11,
      card: 'end',
      sort: 'desc',
      filter: { kind: 'date' },
      cell: ({ ts }) => <time dateTime={new Date(ts).toISOString()}>{format.shortDateTime(ts)}</time>,
    },
    {
      name: 'country',
      title: columns.country,
      width: 6,
      filter: { kind: 'text' },
      cell: ({ country }) => country && format.countryName(country),
    },
  ];
}

/** What the sentence of an entry tells: who, and what of. */
export function filtersOf({
  users,
  keys,
}: Pick<ReturnType<typeof useNames>, 'users' | 'keys'>): FilterColumn[] {
  const m = texts.value;
  const targets = Object.entries({ ...m.targets, ...m.lists });
  return [
    {
      name: 'by',
      title: m.who,
      filter: {
        kind: 'choice',
        options: [
          ['owner', m.adminKey],
          ...users.map(({ id, name }) => [`user:${id}`, name] as const),
          ...keys.map(({ id, name }) => [`key:${id}`, m.key(name)] as const),
          ['leadline', 'Leadline'],
        ],
      },
    },
    {
      name: 'target',
      title: m.target,
      filter: { kind: 'choice', options: targets.sort(([, a], [, b]) => a.localeCompare(b)) },
    },
  ];
}
