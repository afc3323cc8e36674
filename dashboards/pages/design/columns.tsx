import type { Column } from '../../components/DataTable.js';
import { Stage } from '../../components/person.js';
import { Ago, UserText } from '../../components/Text.js';
import type { Format } from '../../i18n/format.js';
import { formatTag, messages } from '../../i18n/locale.js';
import { COUNTRIES, OWNERS, type Sample } from './sample.js';
import { texts } from './texts.js';

export function columnsOf(format: Format): Column<Sample>[] {
  const m = texts.value.columns;
  const { stages, statuses } = messages.value;
  const countries = new Intl.DisplayNames(formatTag.value, { type: 'region' });
  const owners = new Map<string, string>(OWNERS);
  return [
    {
      name: 'name',
      title: m.name,
      cell: ({ name }) => <UserText>{name}</UserText>,
      width: 11,
      sort: 'asc',
      filter: { kind: 'text' },
    },
    {
      name: 'company',
      title: m.company,
      cell: ({ company }) => company && <UserText>{company}</UserText>,
      sort: 'asc',
      filter: { kind: 'text' },
    },
    {
      name: 'stage',
      title: m.stage,
      cell: ({ stage }) => <Stage stage={stage} />,
      width: 6.5,
      card: 'end',
      filter: { kind: 'choice', options: Object.entries(stages) },
    },
    {
      name: 'status',
      title: m.status,
      cell: ({ status }) => statuses[status],
      width: 7,
      sort: 'asc',
      filter: { kind: 'choice', options: Object.entries(statuses) },
    },
    {
      name: 'owner',
      title: m.owner,
      cell: ({ owner }) => owners.get(owner),
      width: 6,
      filter: { kind: 'person', options: OWNERS },
    },
    {
      name: 'country',
      title: m.country,
      cell: ({ country }) => countries.of(country),
      width: 6.5,
      isOptional: true,
      filter: {
        kind: 'choice',
        options: COUNTRIES.map((code) => [code, countries.of(code) ?? code] as const),
      },
    },
    {
      name: 'value',
      title: m.value,
      cell: ({ valueMinor }) => (valueMinor > 0 ? format.money(valueMinor, 'EUR') : null),
      width: 7,
      align: 'end',
      sort: 'desc',
      filter: { kind: 'number' },
    },
    {
      name: 'seen',
      title: m.seen,
      cell: ({ seen }) => <Ago ts={seen} />,
      width: 7,
      sort: 'desc',
      filter: { kind: 'date' },
    },
    {
      name: 'note',
      title: m.note,
      cell: ({ note }) => note && <UserText>{note}</UserText>,
      width: 14,
      isOptional: true,
    },
  ];
}
