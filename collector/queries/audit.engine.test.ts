import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
import { audit as statement } from '../../schemas/gen/queries/audit.js';
import { signInFailures } from '../../schemas/gen/queries/sign_in_failures.js';
import { listed } from '../../schemas/lists/page.js';
import { audit as declaration } from '../../schemas/queries/audit.js';
import { type Act, Audit } from '../access/audit.js';
import { originHash } from '../access/origin_hash.js';
import { targetOf } from '../people/testing.js';
import { DiskQueue } from '../queue/disk.js';
import { startWriter } from '../queue/writer.js';
import type { Row } from '../store/row.js';
import { silent, startStore, type TestStore, temporaryFolder, until } from '../store/testing.js';
import { clickhouseTime } from '../store/time.js';
import { wellFormedJson } from '../store/well_formed.js';
import { nobody } from './asker.js';
import { csvOf } from './csv.js';
import { queryOf, runNamed, streamNamed } from './run.js';

const NOON = Date.UTC(2026, 9, 14, 12);
const DAY = 86_400_000;

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
  // Copies must stand side by side when it is asked.
  for (const table of ['audit', 'audit_values']) await test.store.command(`SYSTEM STOP MERGES ${table}`);
});
afterAll(() => test.stop());

type AuditRow = QueryRow<'audit'>;

const act: Act = { by: 'owner', action: 'changed', site: 'shop', target: 'products', subject: 'p-1' };

/** The rows of acts, a second apart or as far as is said. */
async function rowsOf(acts: Act[], start = NOON, stepMs = 1_000): Promise<Row[]> {
  const rows: Row[] = [];
  let now = start;
  const queue = {
    append: async (some: Row[]) => {
      rows.push(...some);
    },
  };
  const audit = new Audit(queue, 'secret', () => now);
  for (const one of acts) {
    await audit.note(one);
    now += stepMs;
  }
  return rows;
}

/** Each in two inserts. */
async function note(acts: Act[], start?: number, stepMs?: number): Promise<void> {
  const rows = await rowsOf(acts, start, stepMs);
  await test.insert(rows);
  await test.insert(rows);
}

const ask = async (site: string, parameters: Record<string, string> = {}) => {
  const asker = { ...nobody, within: [site] };
  const page = await runNamed(test.store, 'audit', new URLSearchParams({ site, ...parameters }), { asker });
  return { ...page, rows: page.rows as AuditRow[] };
};
const subjects = (rows: AuditRow[]) => rows.map(({ subject }) => subject);
/** All of a site, for a caller with these sites. */
const askWithin = async (site: string, within: string[]) => {
  const asked = { filters: [], search: '', sort: 'ts', order: 'desc', limit: 1_000 } as const;
  const list = listed(statement, declaration.list, asked);
  const rows = await test.store.query(list.statement, { site, within, ...list.params });
  return subjects(rows as AuditRow[]);
};

describe('the audit log', () => {
  it('has each act once, however often its rows come', async () => {
    const rows = await rowsOf([
      { ...act, site: 'writer', values: { before: { a: 1 }, after: { a: 2 } } },
      { ...act, site: 'writer', subject: 'p-2' },
    ]);
    const folder = temporaryFolder();
    const queue = await DiskQueue.open(folder.path, { lingerMs: 5 });
    const writer = startWriter(queue, targetOf(test.store), silent);
    for (let times = 0; times < 2; times++) {
      await queue.append(rows);
      await until(() => queue.status().backlogBytes === 0);
    }
    await queue.close();
    await writer.stop();
    folder.remove();
    const copies = await test.select("SELECT count() AS copies FROM audit WHERE site = 'writer'");
    // Without this the test would show nothing.
    expect(copies).toEqual([{ copies: 4 }]);
    const { rows: found } = await ask('writer');
    expect(found).toEqual([
      expect.objectContaining({ subject: 'p-2', before: {}, after: {}, asked: {}, fields: [] }),
      {
        audit_id: expect.any(String),
        ts: NOON,
        by: 'owner',
        by_name: '',
        action: 'changed',
        target: 'products',
        subject: 'p-1',
        version: 0,
        fields: ['a'],
        code: '',
        count: 1,
        session_id: '',
        country: '',
        before: { a: 1 },
        after: { a: 2 },
        asked: {},
      },
    ]);
  });

  it('has what is of the instance beside what is of the site, for whoever may see it', async () => {
    const ofSites = (subject: string, sites: string[]): Act => ({ ...act, site: '', sites, subject });
    await note([
      { ...act, site: 'within-a', subject: 'own' },
      { ...act, site: 'within-b', subject: 'other' },
      ofSites('within-a', ['within-a']),
      ofSites('within-b', ['within-b']),
      ofSites('both', ['within-a', 'within-b']),
      ofSites('all', []),
    ]);
    expect(await askWithin('within-a', [])).toEqual(['all', 'both', 'within-b', 'within-a', 'own']);
    expect(await askWithin('within-a', ['within-a'])).toEqual(['within-a', 'own']);
    expect(await askWithin('within-a', ['within-b', 'within-a'])).toEqual([
      'both',
      'within-b',
      'within-a',
      'own',
    ]);
    expect(subjects((await ask('within-a')).rows)).toEqual(['within-a', 'own']);
  });

  it('names who it was by their last name, also of those who left', async () => {
    const record = (kind: string, id: string, version: number, name?: string): Row => ({
      table: 'record_versions',
      json: wellFormedJson({
        ...{ site: '', kind, id, version, at: clickhouseTime(NOON), by: 'owner', hidden: '{}' },
        ...{ deleted: name === undefined, data: JSON.stringify(name === undefined ? {} : { name }) },
        ...{ search: '', refs: [], sites: [], write_id: `${kind} ${id} ${version}` },
      }),
    });
    await test.insert([
      record('users', 'ada', 1, 'Ada Byron'),
      record('users', 'ada', 2, 'Ada Lovelace'),
      record('users', 'ada', 3),
      record('keys', 'till', 1, 'Till'),
      record('products', 'till', 2, 'Drawer'),
    ]);
    const bys = ['user:ada', 'key:till', 'user:till', 'owner', ''];
    await note(bys.map((by) => ({ ...act, site: 'names', by })));
    const { rows } = await ask('names');
    expect(rows.map(({ by, by_name }) => [by, by_name]).reverse()).toEqual([
      ['user:ada', 'Ada Lovelace'],
      ['key:till', 'Till'],
      ['user:till', ''],
      ['owner', ''],
      ['', ''],
    ]);
  });

  it('is filtered and searched', async () => {
    const site = 'filters';
    await note([
      { ...act, site, subject: '1', by: 'user:ada', country: 'ES' },
      { ...act, site, subject: '2', action: 'deleted', target: 'sites', sessionId: 's1' },
      { ...act, site, subject: '3', action: 'refused', code: 'role_missing' },
      { ...act, site: '', sites: [site], subject: '4', action: 'created', target: 'users' },
    ]);
    const found = async (parameters: Record<string, string>) => subjects((await ask(site, parameters)).rows);
    expect(await found({})).toEqual(['4', '3', '2', '1']);
    expect(await found({ order: 'asc' })).toEqual(['1', '2', '3', '4']);
    expect(await found({ by: 'user:ada' })).toEqual(['1']);
    expect(await found({ 'action!': 'changed' })).toEqual(['4', '3', '2']);
    expect(await found({ 'target~': 'USE' })).toEqual(['4']);
    expect(await found({ subject: '2' })).toEqual(['2']);
    expect(await found({ code: 'role_missing' })).toEqual(['3']);
    expect(await found({ country: 'ES' })).toEqual(['1']);
    expect(await found({ session_id: 's1' })).toEqual(['2']);
    expect(await found({ 'ts>': `${NOON + 1_000}`, 'ts<': `${NOON + 2_000}` })).toEqual(['3', '2']);
    expect(await found({ 'ts>': '2026-10-15' })).toEqual([]);
    expect(await found({ search: 'role MISSING' })).toEqual(['3']);
    expect(await found({ search: 'ada' })).toEqual(['1']);
  });

  it('is paged to the end through copies, and acts of the same moment', async () => {
    const site = 'pages';
    const acts = Array.from({ length: 30 }, (_, n): Act => {
      const subject = `${n}`;
      const values = { asked: { n } };
      return n % 3 ? { ...act, site, subject, values } : { ...act, site: '', sites: [site], subject, values };
    });
    for (let second = 0; second < 3; second++)
      await note(acts.slice(second * 10, second * 10 + 10), NOON + second * 1_000, 0);
    const all = (await ask(site, { limit: '1000' })).rows;
    expect(all).toHaveLength(30);
    expect(all.map(({ ts }) => ts)).toEqual(all.map(({ ts }) => ts).sort((a, b) => b - a));
    for (const { subject, asked } of all) expect(asked).toEqual({ n: Number(subject) });
    for (const order of ['desc', 'asc']) {
      for (const limit of ['4', '30']) {
        const paged: AuditRow[] = [];
        let cursor: string | undefined;
        do {
          const next = await ask(site, { order, limit, ...(cursor && { cursor }) });
          paged.push(...next.rows);
          cursor = next.cursor;
        } while (cursor !== undefined);
        expect(paged, `${order} by ${limit}`).toEqual(order === 'desc' ? all : [...all].reverse());
      }
    }
  });

  it('is a CSV file by the site’s clock', async () => {
    await note([
      {
        ...act,
        site: 'csv',
        by: 'user:gone',
        fields: ['name', 'price'],
        values: { after: { name: '=1+1' } },
      },
    ]);
    const rows = streamNamed(test.store, 'audit', new URLSearchParams({ site: 'csv' }), {
      asker: { ...nobody, within: ['csv'] },
    });
    let text = '';
    for await (const part of csvOf(queryOf('audit'), rows, { timeZone: 'Europe/Madrid' })) text += part;
    const [head, line, ...more] = text.trim().split('\n');
    expect(head).toBe(
      'audit_id,ts,by,by_name,action,target,subject,version,fields,code,count,session_id,country,before,after,asked',
    );
    expect(line).toMatch(
      /^\w{9}-[\w-]{12},2026-10-14T14:00:00(\.000)?\+02:00,user:gone,,changed,products,p-1,0,name; price,,1,,,,"\{""name"":""=1\+1""\}",$/,
    );
    expect(more).toEqual([]);
  });

  it('is erased of a person’s values, and stays', async () => {
    const values = { after: { name: 'Ada' } };
    await note([
      { ...act, site: 'erased', subject: 'p1', values },
      { ...act, site: 'erased', subject: 'r1', persons: ['p2', 'p1'], values },
      { ...act, site: 'erased', subject: 'p3', persons: ['p4'], values },
    ]);
    await test.store.command('SYSTEM START MERGES audit_values');
    await test.store.command(
      "DELETE FROM audit_values WHERE site = 'erased' AND (subject = 'p1' OR has(persons, 'p1'))",
    );
    const { rows } = await ask('erased');
    expect(rows.map(({ subject, after }) => [subject, after])).toEqual([
      ['p3', { name: 'Ada' }],
      ['r1', {}],
      ['p1', {}],
    ]);
  });
});

describe('failures to sign in', () => {
  it('are counted of an account and an origin, each once', async () => {
    const refused: Act = {
      by: '',
      action: 'sign_in_refused',
      site: '',
      target: 'session',
      subject: 'digest',
    };
    const home = { ...refused, address: '203.0.113.7' };
    await note([home], NOON - DAY);
    await note([
      { ...home, address: '203.0.113.8' },
      { ...home, subject: 'another' },
      { ...home, action: 'signed_in' },
      home,
      // The next row has their number.
      home,
      home,
    ]);
    const failures = (since: number, account = 'digest') =>
      test.store.query(signInFailures, {
        account,
        // A hash for each day.
        origins: [since, NOON].map((at) => originHash('secret', '203.0.113.7', at)),
        since,
        until: NOON + DAY,
      });
    expect(await failures(NOON - 1)).toEqual([{ of_account: 2, of_account_from_origin: 1, from_origin: 2 }]);
    expect(await failures(NOON - DAY)).toEqual([
      { of_account: 3, of_account_from_origin: 2, from_origin: 3 },
    ]);
    expect(await failures(NOON - 1, 'nobody')).toEqual([
      { of_account: 0, of_account_from_origin: 0, from_origin: 2 },
    ]);
    expect(await failures(NOON + DAY)).toEqual([
      { of_account: 0, of_account_from_origin: 0, from_origin: 0 },
    ]);
  });
});
