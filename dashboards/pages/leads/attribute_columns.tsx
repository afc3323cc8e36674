import type { Lead } from '../../api.js';
import type { FilterColumn } from '../../components/columns.js';
import type { Column } from '../../components/DataTable.js';
import { UserText } from '../../components/Text.js';
import type { KnownAttribute } from '../../people/attributes.js';

/** Attributes that a lead has a column of its own for, which tells the attribute before what a visit has. */
const OF_THE_LEAD: ReadonlySet<string> = new Set(['country', 'region', 'language']);

/** What a list of leads tells of people's attributes: each sorted and filtered by what it holds. */
export const attributeColumns = (attributes: readonly KnownAttribute[]): Column<Lead>[] =>
  attributes.filter(({ name }) => !OF_THE_LEAD.has(name)).map(attributeColumn);

/** The same attributes by themselves: saved views may be narrowed by them, and whoever reads an address. */
export const attributeFilters = (attributes: readonly KnownAttribute[]): FilterColumn[] =>
  attributes
    .filter(({ name }) => OF_THE_LEAD.has(name))
    .map((attribute) => ({ ...attributeColumn(attribute), isUnoffered: true }));

const attributeColumn = ({ name, title, type, say, options }: KnownAttribute): Column<Lead> => ({
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
