import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Instance, startInstance } from '../../test/instance.js';

const run = promisify(execFile);
const program = fileURLToPath(new URL('seed.mjs', import.meta.url));

interface Lead {
  email: string;
  stage: string;
  events: number;
  visitors: number;
  page_views: number;
}

let instance: Instance;

beforeAll(async () => {
  instance = await startInstance();
});

afterAll(() => instance?.stop());

const seed = (url = instance.url, key = instance.adminKey) =>
  run(process.execPath, [program, url, '--visitors', '300'], {
    env: { ...process.env, LEADLINE_ADMIN_KEY: key },
  });

const leads = async () => (await instance.get<{ rows: Lead[] }>('/v1/query/leads?site=demo&limit=1000')).rows;

/** What a second run must leave as it was. */
const figures = (rows: Lead[]) =>
  rows
    .map(({ email, stage, events, visitors }) => ({ email, stage, events, visitors }))
    .sort((one, other) => one.email.localeCompare(other.email));

test('fills an instance with a company, and a second run changes no count', async () => {
  const { stdout } = await seed();
  const first = await leads();
  const summary = /([\d,]+) browsers with ([\d,]+) events: ([\d,]+) people left a name/.exec(stdout);
  expect(first.length).toBeGreaterThan(20);
  expect(first.length).toBe(Number(summary?.[3]));
  expect(first.filter(({ stage }) => stage === 'customer').length).toBeGreaterThan(0);
  expect(first.filter(({ visitors }) => visitors === 2).length).toBeGreaterThan(0);
  expect(first.every(({ email }) => /^[a-z.]+\.\d+@example\.(com|org|net)$/.test(email))).toBe(true);

  await seed();
  expect(figures(await leads())).toEqual(figures(first));
});

test('says what is wrong: a wrong key, and nobody there', async () => {
  await expect(seed(instance.url, 'wrong')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^seed: The API key is wrong.*LEADLINE_ADMIN_KEY.*\n$/),
  });
  await expect(seed('http://127.0.0.1:9')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^seed: Nothing answers at http:\/\/127\.0\.0\.1:9 .*npm start.*\n$/),
  });
});
