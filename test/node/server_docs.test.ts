import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { events, serverOnlyTypes } from '../../schemas/events.js';
import { type Instance, startInstance, until } from '../instance.js';

const docs = readFileSync('docs/server.md', 'utf8');
const [makeKey = '', ...commands] = [...docs.matchAll(/```sh\n(.*?)```/gs)].map(
  ([, command = '']) => command,
);

let instance: Instance;
beforeAll(async () => {
  instance = await startInstance();
});
afterAll(() => instance?.stop());

async function run(command: string, env: Record<string, string>): Promise<unknown> {
  const all = { ...process.env, LEADLINE: instance.url, ...env };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env: all });
  return JSON.parse(stdout);
}

it('the commands of docs/server.md run, with a key that can only send, and may be run again', async () => {
  const made = await run(makeKey, { LEADLINE_ADMIN_KEY: instance.adminKey });
  expect(made).toMatchObject({ key: expect.stringMatching(/^ll_shop-backend_/) });
  const { key: KEY } = made as { key: string };
  const headers = { Authorization: `Bearer ${KEY}` };
  expect((await fetch(`${instance.url}/v1/query/leads?site=demo`, { headers })).status).toBe(403);
  const answers = [];
  for (const command of [...commands, ...commands]) answers.push(await run(command, { KEY }));
  const taken = [1, 3, 1].map((accepted) => ({ accepted, rejected: [] }));
  expect(answers).toEqual([...taken, ...taken]);

  interface Lead {
    email: string;
  }
  const leads = await until(
    async () => (await instance.get<{ rows: Lead[] }>('/v1/query/leads?site=demo')).rows,
    ({ length }) => length === 2,
  );
  expect(leads.sort((one, other) => one.email.localeCompare(other.email))).toMatchObject([
    { email: 'ada@example.com', stage: 'customer', orders: 1, events: 4, value_minor: { EUR: 2500 } },
    { email: 'bob@example.com', stage: 'lead', name: 'Bob Hale', company: 'Hale Ltd', source: 'Trade fair' },
  ]);
});

it('docs/server.md marks what only servers may send, and knows each field that it lists', () => {
  const rows = [...docs.matchAll(/^\| `(\w+)`( ●)? \| (.*?) \|/gm)];
  const marked = rows.flatMap(([, type = '', mark]) => (mark ? [type] : []));
  const listed = rows.map(([, type = '']) => type);
  expect(marked).toEqual(listed.filter((type) => serverOnlyTypes.has(type)));
  expect(marked.length).toBeGreaterThan(5);
  for (const [, type, , fields = ''] of rows) {
    const { entries } = events[type as keyof typeof events].schema;
    // In brackets are values.
    for (const [, name = ''] of fields.replace(/\(.*?\)/g, '').matchAll(/`(\w+)\??`/g))
      expect(Object.keys(entries), `${type}.${name}`).toContain(name);
  }
});
