import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventSchemas, serverOnlyTypes } from '../../schemas/events.js';
import { type Instance, startInstance, until } from '../instance.js';

const docs = readFileSync('docs/server.md', 'utf8');
const commands = [...docs.matchAll(/```sh\n(.*?)```/gs)].map(([, command = '']) => command);

let instance: Instance;
beforeAll(async () => {
  instance = await startInstance();
});
afterAll(() => instance?.stop());

it('the commands of docs/server.md run, and may be run again', async () => {
  const env = { ...process.env, LEADLINE: instance.url, KEY: instance.adminKey };
  const answers = [];
  for (const command of [...commands, ...commands]) {
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
    answers.push(JSON.parse(stdout));
  }
  const taken = [1, 3].map((accepted) => ({ accepted, rejected: [] }));
  expect(answers).toEqual([...taken, ...taken]);

  interface Lead {
    email: string;
  }
  const leads = await until(
    async () => (await instance.get<{ rows: Lead[] }>('/v1/query/leads?site=demo')).rows,
    ({ length }) => length === 2,
  );
  expect(leads.sort((one, other) => one.email.localeCompare(other.email))).toMatchObject([
    { email: 'ada@example.com', stage: 'customer', orders: 1, events: 3, revenue_minor: { EUR: 2500 } },
    { email: 'bob@example.com', stage: 'lead', name: 'Bob Hale', company: 'Hale Ltd', source: 'Trade fair' },
  ]);
});

it('docs/server.md marks what only servers may send, and knows each field that it lists', () => {
  const rows = [...docs.matchAll(/^\| `(\w+)`( ●)? \| (.*?) \|/gm)];
  const marked = rows.flatMap(([, type = '', mark]) => (mark ? [type] : []));
  expect(marked.sort()).toEqual([...serverOnlyTypes].sort());
  for (const [, type, , fields = ''] of rows) {
    const { entries } = eventSchemas[type as keyof typeof eventSchemas];
    // In brackets are values.
    for (const [, name = ''] of fields.replace(/\(.*?\)/g, '').matchAll(/`(\w+)\??`/g))
      expect(Object.keys(entries), `${type}.${name}`).toContain(name);
  }
});
