import type { FilterColumn } from '../components/columns.js';
import type { Column } from '../components/DataTable.js';
import { UserText } from '../components/Text.js';
import type { KnownAttribute } from './attributes.js';

/** Attributes that a list of people has a column of its own for, which tells the attribute before what a visit has. */
const OF_THE_LIST: ReadonlySet<string> = new Set(['country', 'region', 'language']);

interface Row {
  attributes: Record<string, string>;
}

/** What a list of people tells of their attributes: each sorted and filtered by what it holds. */
export const attributeColumns = (attributes: readonly KnownAttribute[]): Column<Row>[] =>
  attributes.filter(({ name }) => !OF_THE_LIST.has(name)).map(attributeColumn);

/** The same attributes by themselves: saved views may be narrowed by them, and whoever reads an address. */
export const attributeFilters = (attributes: readonly KnownAttribute[]): FilterColumn[] =>
  attributes
    .filter(({ name }) => OF_THE_LIST.has(name))
    .map((attribute) => ({ ...attributeColumn(attribute), isUnoffered: true }));

const attributeColumn = ({ name, title, type, say, options }: KnownAttribute): Column<Row> => ({
  name: `attributes.${name}`,
  title,
  width: 8,
  cell: ({ attributes }) => attributes[name] && <UserText>{say(attributes[name])}</UserText>,
  sort: type === 'number' || type === 'date' ? 'desc' : 'asc',
  filter: options
    ? { kind: 'choice', options }
    : type === 'number'
      ? { kind: 'number', isYear: name === 'birthYear' }
      : { kind: type === 'date' ? 'date' : 'text' },
  ...(type === 'number' && { align: 'end' as const }),
  isOptional: true,
});
