import { expect, it } from 'vitest';
import type { SiteAttribute } from '../../schemas/entities/attributes.js';
import { makeFormat } from '../i18n/format.js';
import { attributeColumns, attributeFilters } from './attribute_columns.js';
import { knownAttributes } from './attributes.js';
import { texts } from './texts.en.js';

const own: SiteAttribute[] = [
  { name: 'rooms', label: 'Rooms', type: 'number' },
  { name: 'opened', label: 'Opened on', type: 'date' },
  { name: 'note', label: 'Note', type: 'text' },
  { name: 'level', label: 'Level', type: 'choice', options: ['gold'] },
];
const known = knownAttributes(own, makeFormat('en-GB', 'UTC'), texts);
const columns = attributeColumns(known);
const columnOf = (name: string) => columns.find((one) => one.name === `attributes.${name}`);

it.each([
  ['rooms', { sort: 'desc', filter: { kind: 'number', isYear: false } }],
  ['birthYear', { sort: 'desc', filter: { kind: 'number', isYear: true } }],
  ['opened', { sort: 'desc', filter: { kind: 'date' } }],
  ['note', { sort: 'asc', filter: { kind: 'text' } }],
  ['level', { sort: 'asc', filter: { kind: 'choice' } }],
])('%s is sorted and filtered by what it holds', (name, as) => expect(columnOf(name)).toMatchObject(as));

it.each(['country', 'region', 'language'])('%s is a column of the lead already', (name) =>
  expect(columnOf(name)).toBeUndefined(),
);

it('what a saved view is narrowed by goes on narrowing it, though nobody is offered it', () =>
  expect(attributeFilters(known)).toMatchObject(
    ['region', 'country', 'language'].map((name) => ({
      ...{ name: `attributes.${name}`, filter: { kind: 'text' }, isUnoffered: true },
    })),
  ));
