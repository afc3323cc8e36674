import { describe, expect, it } from 'vitest';
import {
  appendPage,
  forgetLists,
  type ListState,
  listedRow,
  mergeFirstPage,
  remembered,
  renewInPlace,
} from './list.js';

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

describe('renewInPlace', () => {
  type Row = { id: string; text: string };
  const row = (text: string): Row => ({ id: text.slice(0, 1), text });
  const of = (texts: string, cursor?: string) => ({
    rows: texts.split(' ').filter(Boolean).map(row),
    cursor,
  });
  const told = ({ rows, newCount, cursor }: ListState<Row>) => [
    rows.map(({ text }) => text).join(' '),
    newCount,
    cursor,
  ];
  const idOf = ({ id }: Row) => id;
  const known = (texts: string, cursor?: string) => mergeFirstPage(undefined, of(texts, cursor), idOf);
  const renew = (state: ListState<Row>, texts: string, cursor?: string) =>
    renewInPlace(state, of(texts, cursor), idOf);

  it('shows at once what comes to an empty list', () => {
    expect(told(renew(known(''), 'b a'))).toEqual(['b a', 0, undefined]);
  });

  it('renews rows where they stand, and lets new ones wait', () => {
    const next = renew(known('c b a', '1'), 'd b2 c', '2');
    expect(told(next)).toEqual(['c b2 a', 1, '1']);
    expect(told(renew(next, 'e d b3', '3'))).toEqual(['c b3 a', 2, '1']);
    expect(next.waiting && told(mergeFirstPage(next, next.waiting, idOf))).toEqual(['d b2 c', 0, '2']);
  });

  it('takes away what is gone, and not what left for the next page', () => {
    expect(told(renew(known('d c b a', '1'), 'f e d b', '2'))).toEqual(['d b a', 2, '1']);
    expect(told(renew(known('c b a'), 'd c'))).toEqual(['c', 1, undefined]);
    expect(told(renew(known('c b a'), 'e d'))).toEqual(['e d', 0, undefined]);
  });

  it('adds at the end what moves up from the next page', () => {
    expect(told(renew(known('d c b', '1'), 'd b a', '2'))).toEqual(['d b a', 0, '2']);
    expect(told(renew(known('b a'), 'b a 0'))).toEqual(['b a 0', 0, undefined]);
  });

  it('leaves what is shown where a whole page of others came', () => {
    expect(told(renew(known('c b a', '1'), 'i h g', '2'))).toEqual(['c b a', 3, '1']);
  });

  it('keeps the pages that were loaded below', () => {
    const grown = appendPage(known('f e d', '1'), of('c b', '2'), idOf);
    expect(told(renew(grown, 'g f e', '3'))).toEqual(['f e d c b', 1, '2']);
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

it('finds a row as a list of its kind showed it last', () => {
  forgetLists();
  remembered<ListState<string>>('leads shop a').value = mergeFirstPage(undefined, page('ab'), idOf);
  remembered<ListState<string>>('users').value = mergeFirstPage(undefined, page('c'), idOf);
  remembered('leads shop unread');
  const found = (id: string) => listedRow<string>('leads shop ', (row) => idOf(row) === id);
  expect([found('b'), found('c')]).toEqual(['b', undefined]);
});
