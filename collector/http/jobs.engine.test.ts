import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
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

describe('rules of assignment', () => {
  const SITE = 'site=shop';
  const base = { position: 1, filters: '', owners: ['mia@x.test'], isOn: true };
  const make = async (rule: object) => {
    const response = await post(`/v1/entities/rules?${SITE}`, { ...base, ...rule });
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string; since: number };
  };
  const change = async (id: string, rule: object) => {
    const response = await running.owner(`/v1/entities/rules/${id}?${SITE}`, {
      method: 'PUT',
      headers: { 'If-Match': '*' },
      body: JSON.stringify({ ...base, ...rule }),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as { since: number };
  };
  const enter = (name: string, at: number, more: object = {}, events: object[] = []) =>
    running.send({
      site: 'shop',
      person: { email: `${name}@a.test` },
      events: [{ id: `${name}-1`, ts: at, type: 'lead_entered', ...more }, ...events],
    });
  const leads = async (filters = '') => {
    const answer = await running.owner(`/v1/query/leads?${SITE}&sort=email&order=asc&${filters}`);
    return ((await answer.json()) as { rows: QueryRow<'leads'>[] }).rows;
  };
  const owners = async () =>
    Object.fromEntries((await leads()).map(({ email, owner }) => [email.split('@')[0], owner]));
  const assign = async () => {
    expect((await post('/v1/sites/shop/jobs', { job: 'assign_owners' })).status).toBe(202);
    await running.runJobs();
  };

  it.each([
    ['nonsense=1', 'filters.nonsense'],
    ['attributes.rooms>=3', 'filters.attributes.rooms'],
    ['page_views>=many', 'filters.page_views>'],
    ['country=ES&sort=email', 'filters.sort'],
  ])('%s is no condition', async (filters, path) => {
    const response = await post(`/v1/entities/rules?${SITE}`, { ...base, name: 'x', filters });
    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatchObject({ code: 'entity_invalid', details: [{ path }] });
  });

  it('give new people an owner: the first that somebody fits, its owners in turn, each person once', async () => {
    const now = Date.now();
    await enter('past', now - 86_400_000);
    const rest = { name: 'All others', position: 2, owners: ['mia@x.test', 'ben@x.test'] };
    const { id } = await make(rest);
    const spain = { name: 'Spain', filters: 'country=ES', owners: ['Sol@X.test'] };
    const { since } = await make(spain);
    await make({ name: 'Off', position: 0, isOn: false });
    expect(since).toBeGreaterThanOrEqual(now);
    const later = Date.now();
    await enter('a', later + 1);
    await enter('b', later + 2, { country: 'ES' });
    await enter('c', later + 3, { country: 'FR' });
    await enter('d', later + 4);
    const byHand = (owner: string) => ({
      id: `hand-${owner.length}`,
      ts: later + 5,
      type: 'owner_assigned',
      owner,
    });
    await enter('given', later + 5, {}, [byHand('ann@x.test')]);
    await enter('denied', later + 5, {}, [byHand('')]);
    // What the list finds by the same filters is what the rule is for.
    expect((await leads(spain.filters)).map(({ email }) => email)).toEqual(['b@a.test']);
    await assign();
    const assigned = {
      ...{ a: 'mia@x.test', b: 'sol@x.test', c: 'ben@x.test', d: 'mia@x.test' },
      ...{ given: 'ann@x.test', denied: '', past: '' },
    };
    expect(await owners()).toEqual(assigned);
    // Once more, as another collector or after a restart.
    await assign();
    expect(await owners()).toEqual(assigned);
    const [b] = await leads('email=b@a.test');
    const told = await running.owner(`/v1/query/timeline?${SITE}&person=${b?.person_id}`);
    const { rows } = (await told.json()) as { rows: { type: string; props: object }[] };
    expect(rows.filter(({ type }) => type === 'owner_assigned')).toMatchObject([
      { props: { owner: 'sol@x.test', rule: 'Spain' } },
    ]);

    // A hand decides over a rule, whenever it is heard of.
    await running.send({ site: 'shop', person: { email: 'a@a.test' }, events: [byHand('ann@x.test')] });
    // The turns go on; what was so before a rule was switched on is for it only where it says so.
    expect((await change(id, { ...rest, isForPast: true })).since).toBeLessThanOrEqual(since);
    await assign();
    expect(await owners()).toEqual({ ...assigned, a: 'ann@x.test', past: 'ben@x.test' });
    expect((await change(id, { ...rest, isOn: false })).since).toBe(0);
  });
});

describe('score rules', () => {
  const SITE = 'site=demo';
  const make = (rule: object) => post(`/v1/entities/scoreRules?${SITE}`, { filters: '', ...rule });
  const leads = async (asked = '') => {
    const answer = await running.owner(`/v1/query/leads?${SITE}&sort=score&${asked}`);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { rows: QueryRow<'leads'>[] }).rows;
  };
  const scores = async (asked = '') =>
    (await leads(asked)).map(({ email, score }) => [email.split('@')[0], score]);

  it('tell what each lead scores, and why, as soon as there are some', async () => {
    const day = 86_400_000;
    const enter = (name: string, ts: number, more: object) =>
      running.send({
        ...{ site: 'demo', person: { email: `${name}@a.test` } },
        events: [{ id: `score-${name}`, ts, type: 'lead_entered', ...more }],
      });
    await enter('old', Date.now() - 40 * day, { country: 'ES', companySize: '500' });
    await enter('young', Date.now() - 2 * day, { country: 'ES' });
    await enter('none', Date.now() - 40 * day, { country: 'FR' });
    expect(new Set((await leads()).map(({ score }) => score))).toEqual(new Set([0]));
    for (const rule of [
      { name: 'Spain', points: 10, filters: 'country=ES' },
      { name: 'Large', points: 25, filters: 'attributes.companySize=500' },
      { name: 'Of late', points: 15, filters: 'captured_at>=-7d' },
      { name: 'Of late', points: 5, filters: 'captured_at>=-3d&email~=young' },
      { name: 'Elsewhere', points: -20, filters: 'country!=ES' },
    ])
      expect(await (await make(rule)).json()).toMatchObject({ version: 1 });
    expect(await scores()).toEqual([
      ['old', 35],
      ['young', 30],
      ['none', -20],
    ]);
    expect(await scores('order=asc&limit=1')).toEqual([['none', -20]]);
    expect(await scores('score>=31')).toEqual([['old', 35]]);
    const [old, young] = await leads();
    expect([old?.score_reasons, young?.score_reasons]).toEqual([
      { Spain: 10, Large: 25 },
      { Spain: 10, 'Of late': 20 },
    ]);
    const answer = await running.owner(`/v1/query/person?${SITE}&person=${old?.person_id}`);
    expect((await answer.json()).rows).toMatchObject([
      { score: 35, score_reasons: { Spain: 10, Large: 25 } },
    ]);
    const file = await running.owner(`/v1/query/leads?${SITE}`, { headers: { Accept: 'text/csv' } });
    expect(await file.text()).toContain(',-20,');
    // Rules of assignment may ask for it, and those of the score may not.
    expect(await errorCode(await make({ name: 'x', points: 1, filters: 'score>=1' }))).toBe(
      '400 entity_invalid',
    );
    await post(`/v1/entities/rules?${SITE}`, {
      ...{
        name: 'Hot',
        position: 1,
        filters: 'score>=31',
        owners: ['mia@x.test'],
        isOn: true,
        isForPast: true,
      },
    });
    await running.runJobs();
    expect((await leads('owner=mia@x.test')).map(({ email }) => email)).toEqual(['old@a.test']);
  });
});
