import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../store/testing.js';
import { errorCode, startApp, type TestApp } from './testing.js';
import { type Ask, userOf } from './testing_users.js';

let running: TestApp;
let ofShop: Ask;
beforeAll(async () => {
  running = await startApp();
  const access = [{ site: 'shop', roles: ['owner' as const], people: 'all' as const }];
  ({ ask: ofShop } = await userOf(running, 'shop-owner', access));
});
afterAll(() => running.stop());

interface Row {
  job: string;
  scope: string;
  status: string;
  due_at: number;
  ended_at: number[];
}

const post = (path: string, body: object, ask: Ask = running.owner) =>
  ask(path, { method: 'POST', body: JSON.stringify(body) });
const rows = async (ask: Ask) =>
  ((await (await ask('/v1/query/jobs?site=shop')).json()) as { rows: Row[] }).rows;
const noting = async () => (await rows(running.owner)).find(({ job }) => job === 'note_unaudited');

it('tells who owns all sites of the work of the instance, and nobody else', async () => {
  await running.runJobs();
  expect(await noting()).toMatchObject({ scope: 'instance', status: 'done' });
  expect((await rows(ofShop)).filter(({ scope }) => scope !== 'site')).toEqual([]);
});

it('does what an owner asks for at once, and the audit has it', async () => {
  const before = await noting();
  expect((await post('/v1/jobs', { job: 'note_unaudited' })).status).toBe(202);
  expect(await noting()).toMatchObject({ status: 'waiting' });
  await running.runJobs();
  const after = await noting();
  expect(after).toMatchObject({ status: 'done' });
  expect(after?.ended_at).toHaveLength((before?.ended_at.length ?? 0) + 1);
  await until(async () => {
    const answer = await running.owner('/v1/query/audit?site=shop&target=jobs&action=created');
    const { rows } = (await answer.json()) as { rows: { by: string; subject: string }[] };
    return rows.some(({ by, subject }) => by === 'owner' && subject === 'note_unaudited');
  });
});

it.each([
  ['/v1/jobs', { job: 'nothing' }, '404 job_unknown'],
  ['/v1/jobs', {}, '404 job_unknown'],
  ['/v1/jobs?site=shop', { job: 'note_unaudited' }, '400 parameter_invalid'],
  ['/v1/sites/shop/jobs', { job: 'note_unaudited' }, '404 job_unknown'],
  ['/v1/sites/nowhere/jobs', { job: 'note_unaudited' }, '404 site_unknown'],
])('%s %j is %s', async (path, body, code) => {
  expect(await errorCode(await post(path, body))).toBe(code);
});
