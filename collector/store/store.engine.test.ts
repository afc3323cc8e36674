import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventParameters } from '../../schemas/event_parameters.js';
import { canonicalIds as canonicalIdsStatement } from '../../schemas/gen/queries/canonical_ids.js';
import { clock as clockStatement } from '../../schemas/gen/queries/clock.js';
import { migrationsApplied as migrationsAppliedStatement } from '../../schemas/gen/queries/migrations_applied.js';
import { peopleRows as peopleRowsStatement } from '../../schemas/gen/queries/people_rows.js';
import { recordVersions as recordVersionsStatement } from '../../schemas/gen/queries/record_versions.js';
import { type LeadlineError, nameOf } from '../errors.js';
import { isPoison } from './store.js';
import { eventRow, startStore, type TestStore } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('nothing was thrown'),
    (error: LeadlineError) => error,
  );
const count = async (where: string) =>
  Number((await test.select<{ n: number }>(`SELECT count() AS n FROM events WHERE ${where}`))[0]?.n);

describe('insert', () => {
  it('stores rows once per token', async () => {
    const lines = [eventRow('a').json, eventRow('b').json];
    for (let times = 0; times < 3; times++) await test.store.insert('events', lines, 'token-1');
    expect(await count("event_id IN ('a', 'b')")).toBe(2);
    // The token decides, not what the rows look like.
    await test.store.insert('events', lines, 'token-2');
    expect(await count("event_id IN ('a', 'b')")).toBe(4);
  });

  it.each([
    ['broken JSON', '{"site":"demo"'],
    ['no JSON', 'nonsense'],
    ['half a character', '{"site":"\\ud800"}'],
    ['half a character in a name', '{"fields":{"\\ud800":["x"]}}'],
    ['a wrong time', '{"ts":"yesterday"}'],
    ['a wrong map', '{"fields":[1]}'],
    ['an array with rubbish', '{"fields":{"a":["b", nonsense]}}'],
    ['an unclosed array', '{"fields":{"a":["b"}}'],
    ['another type', '{"fields":7}'],
    ['a bad escape', '{"site":"\\u12"}'],
  ])('tells that a row can never be stored: %s', async (_, line) => {
    const error = await failure(test.store.insert('personal_data', [line], `bad ${line}`));
    expect(error.code).toBe('query_failed');
    expect(isPoison(error), nameOf(error)).toBe(true);
  });

  it('does not blame the rows for anything else', async () => {
    const nowhere = test.connect({ database: 'nowhere' });
    expect(isPoison(await failure(nowhere.insert('events', [eventRow('x').json], 't')))).toBe(false);
  });

  it('names an error without the words of the rows', async () => {
    const error = await failure(test.store.insert('events', ['{"ts":"ada@example.com"}'], 'named'));
    expect(nameOf(error)).toMatch(/^query_failed \d+ CANNOT_[A-Z_]+$/);
  });
});

describe('query', () => {
  it('binds any text as it is', async () => {
    const hostile = fc.constantFrom(
      "'",
      '"',
      '\\',
      '`',
      '{site:String}',
      '%',
      '\t',
      '\n',
      '\r',
      '\0',
      '-- ',
      ';',
      '🙂',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(hostile, { maxLength: 6 }).map((all) => all.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), async (value, at) => {
        fc.pre(
          value.length < 500 && !/[\ud800-\udfff]/.test(value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')),
        );
        const site = `s${at}-${value}`;
        const row = { site, kind: 'k', id: value || '-', version: at, data: JSON.stringify({ value }) };
        await test.store.insert('record_versions', [JSON.stringify(row)], '');
        const record = { site, kind: 'k', id: row.id };
        const found = await test.store.query(recordVersionsStatement, {
          ...record,
          below: at + 1,
          limit: 10,
        });
        expect(found).toMatchObject([{ version: at, data: { value } }]);
        const ids = [value, `${value}'`];
        const [member_ids, moved_ids, moved_persons, visitor_ids, subject_ids] = [ids, ids, ids, ids, ids];
        const lists = { member_ids, moved_ids, moved_persons, visitor_ids, subject_ids, version: 1 };
        expect(await test.store.query(peopleRowsStatement, { site, ...lists, ...eventParameters })).toEqual(
          [],
        );
      }),
      { numRuns: 20 },
    );
  });

  it('takes long lists', async () => {
    const persons = Array.from({ length: 3_000 }, (_, at) => `p_${String(at).padStart(22, '0')}`);
    expect(await test.store.query(canonicalIdsStatement, { site: 'demo', persons })).toEqual([]);
  });
});

describe('a ClickHouse that is away', () => {
  it('is store_down where nobody listens, and where nobody answers', async () => {
    const mute = createServer(() => undefined);
    const port = await new Promise<number>((done) =>
      mute.listen(0, '127.0.0.1', () => done((mute.address() as { port: number }).port)),
    );
    const store = test.connect({ url: `http://127.0.0.1:${port}`, timeoutMs: 500 });
    const waiting = failure(store.query(migrationsAppliedStatement, {}));
    const error = await waiting;
    expect(error.code).toBe('store_down');
    mute.close();
    const refused = test.connect({ url: 'http://127.0.0.1:1' });
    expect((await failure(refused.command('SELECT 1'))).code).toBe('store_down');
    expect(await refused.isUp()).toBe(false);
    expect(await test.store.isUp()).toBe(true);
  });
});

describe('a request that is too long for whoever stands before ClickHouse', () => {
  it.each([
    [414, '<html><title>414 Request-URI Too Large</title></html>'],
    [431, '431 Request Header Fields Too Large'],
    [400, 'Poco::Exception. Code: 1000, e.code() = 0, HTML Form Exception: Field value too long'],
  ])('is not taken for a ClickHouse that is away: %i', async (status, text) => {
    const server = createServer((socket) => {
      socket.once('data', () => {
        const head = `HTTP/1.1 ${status} X\r\nContent-Length: ${text.length}\r\nConnection: close`;
        socket.end(`${head}\r\n\r\n${text}`);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const store = test.connect({ url: `http://127.0.0.1:${port}` });
    expect((await failure(store.query(clockStatement, {}))).code).toBe('query_too_long');
    server.close();
  });
});
