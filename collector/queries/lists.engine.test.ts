import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedQueries } from '../../schemas/gen/api/named_queries.js';
import { columnKind, sortable } from '../../schemas/lists/columns.js';
import { startStore, type TestStore } from '../store/testing.js';
import { clickhouseTime } from '../store/time.js';
import { queryNames, queryOf, runNamed, streamNamed } from './run.js';
import { fixtures, form, identify, page } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

interface Refused {
  rejected_id: string;
  ts: number;
  event_id: string;
  type: string;
  reason: string;
  message: string;
  origin: string;
  count: number;
}

const SITE = 'refusals';
const START = Date.now() - 86_400_000;
const WORDS = [
  'Ángel',
  'angel',
  'IŞIK',
  'ışık',
  '',
  "it's",
  'a\\b',
  '100%',
  'x_y',
  '"',
  '🙂',
  '{site:String}',
];
const word = (n: number) => WORDS[n % WORDS.length] ?? '';
const refusals: Refused[] = Array.from({ length: 60 }, (_, n) => ({
  rejected_id: `r${String(n).padStart(2, '0')}`,
  ts: START + (n % 7) * 1_000,
  event_id: `e${n}`,
  type: word(n),
  reason: n % 3 ? 'event_invalid' : 'server_only',
  message: `${word(n * 5)} was ${word(n * 7)}`,
  origin: n % 2 ? 'https://a.test' : '',
  count: n % 5,
}));

const run = (parameters: [string, string][]) =>
  runNamed(test.store, 'rejected_events', new URLSearchParams([['site', SITE], ...parameters]));
const ids = (rows: object[]) => (rows as Refused[]).map(({ rejected_id }) => rejected_id);
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i');

describe('a list', () => {
  beforeAll(async () => {
    const rows = refusals.map((row) => ({
      table: 'rejected_events' as const,
      json: JSON.stringify({ ...row, site: SITE, ts: clickhouseTime(row.ts) }),
    }));
    await test.insert(rows);
  });

  it('is filtered as its rows say, whatever the values', async () => {
    const textColumn = fc.constantFrom('type', 'reason', 'message', 'origin', 'event_id');
    const value = fc.oneof(fc.constantFrom(...WORDS, 'server_only', 'https://a.test'), fc.string());
    const values = fc.array(value, { minLength: 1, maxLength: 3 });
    const filter = fc.oneof(
      fc.record({ column: textColumn, operator: fc.constantFrom('', '!', '~'), values }),
      fc.record({
        column: fc.constant('count'),
        operator: fc.constantFrom('', '!', '>', '<'),
        values: fc.array(fc.integer({ min: -1, max: 6 }).map(String), { minLength: 1, maxLength: 2 }),
      }),
    );
    const matches = (
      row: Refused,
      { column, operator, values }: { column: string; operator: string; values: string[] },
    ) => {
      const own = String(row[column as keyof Refused]);
      if (operator === '') return values.includes(own);
      if (operator === '!') return !values.includes(own);
      if (operator === '~') return values.some((part) => fold(own).includes(fold(part)));
      return values.some((bound) =>
        operator === '>' ? Number(own) >= Number(bound) : Number(own) <= Number(bound),
      );
    };
    // ClickHouse's lower case of characters beyond these may differ from JavaScript's.
    const isPlain = (text: string) => !/[^\x20-\x7eÁŞışı🙂\n]/u.test(text);
    await fc.assert(
      fc.asyncProperty(fc.array(filter, { minLength: 1, maxLength: 3 }), async (filters) => {
        fc.pre(filters.every(({ values }) => values.every(isPlain)));
        fc.pre(new Set(filters.map(({ column, operator }) => column + operator)).size === filters.length);
        const parameters = filters.flatMap(({ column, operator, values }) =>
          values.map((value): [string, string] => [`${column}${operator}`, value]),
        );
        const { rows, total } = await run([...parameters, ['limit', '1000']]);
        const expected = refusals.filter((row) => filters.every((one) => matches(row, one)));
        expect(ids(rows).sort()).toEqual(expected.map(({ rejected_id }) => rejected_id).sort());
        expect(total).toBe(expected.length);
      }),
      { numRuns: 40 },
    );
  });

  it('is paged without losing or repeating a row, in every order', async () => {
    for (const sort of sortable(
      namedQueries.rejected_events.list,
      queryOf('rejected_events').statement.columns,
    )) {
      for (const order of ['asc', 'desc']) {
        const whole = ids(
          (
            await run([
              ['sort', sort],
              ['order', order],
              ['limit', '1000'],
            ])
          ).rows,
        );
        expect(whole).toHaveLength(refusals.length);
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const next = await run([
            ['sort', sort],
            ['order', order],
            ['limit', '7'],
            ...(cursor ? [['cursor', cursor] as [string, string]] : []),
          ]);
          expect(next.total).toBe(cursor ? undefined : refusals.length);
          paged.push(...ids(next.rows));
          cursor = next.cursor;
        } while (cursor !== undefined);
        expect(paged, `${sort} ${order}`).toEqual(whole);
      }
    }
  });

  it('is searched by words in any order, past case and accents', async () => {
    const search = async (text: string) =>
      ids(
        (
          await run([
            ['search', text],
            ['limit', '1000'],
          ])
        ).rows,
      );
    expect(await search('server_only ANGEL')).toEqual(await search('ángel  server_only'));
    expect((await search('angel')).length).toBeGreaterThan(0);
    expect(await search('isik')).toEqual(await search('IŞIK'));
    expect(await search('nobody said so')).toEqual([]);
  });

  it('has nothing of its machinery in its rows', async () => {
    const { rows } = await run([['limit', '1']]);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(namedQueries.rejected_events.statement.columns));
  });
});

describe('every list', () => {
  it('can be filtered and sorted by every column that it declares, and read whole', async () => {
    const shop = fixtures(() => test, 'every-list');
    await shop.browser('v1', [
      page('p1', 0),
      form('f1', 1, { email: 'ada@example.com' }),
      identify('i1', 2, { email: 'ada@example.com', customer: 'c1' }),
    ]);
    const { person_id } = (await shop.lead('ada@example.com')) ?? { person_id: '' };
    for (const name of queryNames) {
      const query = queryOf(name);
      const { list } = query;
      if (!list) continue;
      const base: [string, string][] = [
        ['site', 'every-list'],
        ...(query.parameters?.person ? [['person', person_id] as [string, string]] : []),
      ];
      const ask = (more: [string, string][]) =>
        runNamed(test.store, name, new URLSearchParams([...base, ...more]));
      for (const column of list.columns) {
        const kind = columnKind(query.statement.columns[column] ?? '');
        expect(kind, `${name} ${column}`).toBeDefined();
        await ask([[column, kind === 'number' ? '1' : kind === 'boolean' ? 'true' : 'x']]);
      }
      for (const column of sortable(list, query.statement.columns)) await ask([['sort', column]]);
      const whole: object[] = [];
      for await (const rows of streamNamed(test.store, name, new URLSearchParams(base))) whole.push(...rows);
      expect(whole).toEqual((await ask([['limit', '1000']])).rows);
    }
  });
});

describe('a list whose copies are settled where they are shown', () => {
  const SITE_OF_COPIES = 'copies';
  const PEOPLE = 40;
  const COPIES = 12;
  /** Each copy of a person says something else; some say that nobody is there. */
  const copyOf = (person: number, version: number) => {
    const n = (person * 7919 + version * 104_729) % 1_009;
    return JSON.stringify({
      site: SITE_OF_COPIES,
      person_id: `p_${String(person).padStart(22, '0')}`,
      version,
      is_deleted: n % 9 === 0 ? 1 : 0,
      email: `${n % 13}@copies.example`,
      name: word(n),
      stage: ['lead', 'prospect', 'customer'][n % 3],
      country: ['ES', 'TR', ''][n % 3],
      captured_at: START + (n % 17) * 1_000,
      last_seen: START + n,
      events: n % 11,
      step_ids: n % 4 ? [`s${n}`, `t${n}`] : [],
      step_times: n % 4 ? [START + n, 0] : [],
      step_texts: n % 4 ? ['Call', 'Write'] : [],
      step_reps: n % 4 ? ['', 'rep@copies.example'] : [],
      search: `${n % 13}@copies.example\n${word(n).toLowerCase()}`,
    });
  };

  /** Every page of a list after another, and what the first says of their number. */
  async function paged(name: string, asked: string) {
    const rows: object[] = [];
    let total: number | undefined;
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const input = new URLSearchParams(`site=${SITE_OF_COPIES}&limit=7&${asked}`);
      if (cursor) input.set('cursor', cursor);
      const page = await runNamed(test.store, name, input);
      rows.push(...page.rows);
      cursor = page.cursor;
      if (first) total = page.total;
    }
    return { rows, total };
  }

  it('is what it would be if all of them were settled', async () => {
    await test.store.command('SYSTEM STOP MERGES people');
    for (let version = 1; version <= COPIES; version++) {
      // Of some there are few copies, so that of others old ones are many.
      const some = Array.from({ length: PEOPLE }, (_, person) => person).filter(
        (person) => version === 1 || person % 4 === version % 4,
      );
      const lines = some.map((person) => copyOf(person, version));
      await test.store.insert('people', lines, `copies ${version}`);
    }
    const asked = {
      leads: [
        '',
        'sort=name&order=asc',
        'sort=events',
        'stage=lead&sort=last_seen',
        'country!=ES',
        'search=7@',
      ],
      customers: ['sort=last_seen&order=asc'],
      next_steps: ['', 'due=overdue', 'due=none&sort=name', 'rep=rep@copies.example'],
    };
    for (const [name, all] of Object.entries(asked))
      for (const one of all) {
        const settled: object[] = [];
        const input = new URLSearchParams(`site=${SITE_OF_COPIES}&${one}`);
        for await (const rows of streamNamed(test.store, name, input)) settled.push(...rows);
        expect(settled.length, `${name} ${one}`).toBeGreaterThan(0);
        expect(await paged(name, one), `${name} ${one}`).toEqual({ rows: settled, total: settled.length });
      }
  });

  it('is searched for the very letters, also for those that stand for others in a pattern', async () => {
    const all = (await paged('leads', '')).rows as { name: string }[];
    for (const text of ['100%', '0%', 'x_y', '_', 'a\\b', '\\', "it's"]) {
      const { rows } = await paged('leads', `search=${encodeURIComponent(text)}`);
      expect(rows.length, text).toBeGreaterThan(0);
      expect(rows, text).toEqual(all.filter(({ name }) => name.includes(text)));
    }
  });

  it('tells a total that holds what was written since', async () => {
    const total = async () =>
      (await runNamed(test.store, 'leads', new URLSearchParams(`site=${SITE_OF_COPIES}&limit=1`))).total;
    const before = await total();
    expect(await total()).toBe(before);
    const lines = [copyOf(PEOPLE + 1, 1)];
    await test.store.insert('people', lines, 'one more');
    expect(await total()).toBe((before ?? 0) + 1);
  });
});
