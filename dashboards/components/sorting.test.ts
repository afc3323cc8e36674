import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from './sorting.js';

describe('a header', () => {
  it('sorts by itself, then turns the order round', () => {
    const first = nextSort({ column: 'name', order: 'asc' }, 'value', 'desc');
    expect(first).toEqual({ column: 'value', order: 'desc' });
    expect(nextSort(first, 'value', 'desc')).toEqual({ column: 'value', order: 'asc' });
  });
});

describe('rows', () => {
  const rows = [{ name: 'Zeynep' }, { name: 'Işıl' }, { name: '' }, { name: 'Çağla' }, { name: 'İlker' }];
  const sorted = (order: 'asc' | 'desc') =>
    sortRows(rows, { column: 'name', order }, (row) => row.name, 'tr').map(({ name }) => name);

  it('are in the order of the reader’s language, nothing last either way', () => {
    expect(sorted('asc')).toEqual(['Çağla', 'Işıl', 'İlker', 'Zeynep', '']);
    expect(sorted('desc')).toEqual(['Zeynep', 'İlker', 'Işıl', 'Çağla', '']);
  });

  it('of numbers are in the order of numbers', () => {
    const values = sortRows([10, 9, 100], { column: '', order: 'asc' }, (value) => value, 'en');
    expect(values).toEqual([9, 10, 100]);
  });
});
