import { describe, expect, it } from 'vitest';
import { appendPage, forgetLists, type ListState, mergeFirstPage, remembered } from './list.js';

const idOf = (row: string) => row;
const page = (rows: string, cursor?: string) => ({ rows: rows.split(''), cursor });
const rows = ({ rows }: ListState<string>) => rows.join('');

describe('mergeFirstPage', () => {
  const first = mergeFirstPage(undefined, page('cba', '1'), idOf);

  it('takes the first look as it is, with nothing new in it', () => {
    expect(rows(first)).toBe('cba');
    expect(first.fresh.size).toBe(0);
  });

  it('puts new rows first and lets the page stay a page', () => {
    const next = mergeFirstPage(first, page('dcb', '2'), idOf);
    expect(rows(next)).toBe('dcb');
    expect(next.cursor).toBe('2');
    expect([...next.fresh]).toEqual(['d']);
  });

  it('keeps what was loaded below, and where to read on', () => {
    const grown = appendPage(first, page('zyx', '9'), idOf);
    const next = mergeFirstPage(grown, page('dcb', '2'), idOf);
    expect(rows(next)).toBe('dcbazyx');
    expect(next.cursor).toBe('9');
  });

  it('begins anew when more came than a page holds', () => {
    const grown = appendPage(first, page('zyx', '9'), idOf);
    expect(mergeFirstPage(grown, page('hgf', '5'), idOf)).toMatchObject({
      rows: ['h', 'g', 'f'],
      cursor: '5',
      grown: false,
    });
  });

  it('drops what is gone when a page is all there is', () => {
    const grown = appendPage(first, page('zyx'), idOf);
    expect(rows(mergeFirstPage(grown, page('c'), idOf))).toBe('c');
  });

  it('loses no row that leaves the first page while the next one is read', () => {
    const reading = { ...first, grown: true };
    const shifted = mergeFirstPage(reading, page('dcb', '2'), idOf);
    expect(rows(appendPage(shifted, page('zyx', '9'), idOf))).toBe('dcbazyx');
  });
});

it('appendPage takes no row twice', () => {
  const known = mergeFirstPage(undefined, page('cba', '1'), idOf);
  expect(rows(appendPage(known, page('azy'), idOf))).toBe('cbazy');
});

it('remembers the lists used last and forgets them all on request', () => {
  const kept = remembered<string>('kept');
  kept.value = 'x';
  for (let index = 0; index < 20; index++) remembered(`list ${index}`);
  expect(remembered('kept').value).toBe('x');
  for (let index = 0; index < 40; index++) remembered(`other ${index}`);
  expect(remembered('kept').value).toBeUndefined();
  remembered<string>('kept').value = 'x';
  forgetLists();
  expect(remembered('kept').value).toBeUndefined();
});
