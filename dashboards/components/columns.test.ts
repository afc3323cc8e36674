import { expect, it } from 'vitest';
import { type ColumnsPlace, useColumns } from './columns.js';

const columns = [
  { name: 'name', title: 'Name', cell: () => null },
  { name: 'email', title: 'E-mail', cell: () => null },
  { name: 'city', title: 'City', cell: () => null, isOptional: true },
];

it('shows the columns that an address has before those that were chosen here, and keeps what is chosen in both', () => {
  let names: readonly string[] | undefined;
  const place = (): ColumnsPlace => ({ names, put: (next) => (names = next) });
  const table = (usual?: string[]) => useColumns('leads', columns, usual, place());
  const shown = (usual?: string[]) => table(usual).shown.map(({ name }) => name);
  expect([shown(), table().isChanged]).toEqual([['name', 'email'], false]);
  table().choose('city', true);
  expect(names).toEqual(['name', 'email', 'city']);
  names = ['city'];
  expect([shown(), table().isChanged]).toEqual([['name', 'city'], true]);
  table().choose('city', false);
  names = undefined;
  expect(shown()).toEqual(['name']);
  names = ['gone'];
  expect(shown()).toEqual(['name']);
  table().reset();
  expect([shown(), shown(['city']), names]).toEqual([['name', 'email'], ['name', 'city'], undefined]);
});
