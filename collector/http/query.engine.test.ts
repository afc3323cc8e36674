import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorAnswer } from '../../schemas/api.js';
import { clickhouseTime } from '../store/time.js';
import { startApp, type TestApp } from './testing.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const ask = (query: string, accept = '*/*') =>
  test.owner(`/v1/query/${query}`, { headers: { Accept: accept } });
const NOW = Date.now();
const COUNT = 2_500;

/** Refusals of the shop, one a second. */
async function fill(): Promise<void> {
  const lines = Array.from({ length: COUNT }, (_, n) =>
    JSON.stringify({
      site: 'shop',
      rejected_id: `r${String(n).padStart(5, '0')}`,
      ts: clickhouseTime(NOW - n * 1_000),
      type: n === 0 ? '=1+1' : 'x',
      reason: 'event_invalid',
      message: '\n=cmd',
      count: 1,
    }),
  );
  await test.test.connect({ database: 'leadline' }).insert('rejected_events', lines, 'fill');
}

describe('CSV', () => {
  beforeAll(fill);

  it('has all rows, by the site’s clock, and formulas as text', async () => {
    const response = await ask('rejected_events?site=shop', 'text/csv');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toContain('rejected_events.csv');
    const text = await response.text();
    expect(text.startsWith('rejected_id,ts,event_id,type,reason,message,origin,count\n')).toBe(true);
    expect(text.match(/^r\d{5},/gm)).toHaveLength(COUNT);
    const iso = new Date(NOW).toISOString().replace('Z', '+00:00');
    expect(text).toContain(`r00000,${iso},,'=1+1,event_invalid,"'\n=cmd",,1\n`);
  });

  it('has fewer where fewer are asked for', async () => {
    expect(
      (await (await ask('rejected_events?site=shop&limit=10', 'text/csv')).text()).match(/^r\d{5},/gm),
    ).toHaveLength(10);
    expect(
      (await (await ask('rejected_events?site=shop&type==1%2B1', 'text/csv')).text()).match(/^r\d{5},/gm),
    ).toHaveLength(1);
  });

  it('has the header alone where nothing is found', async () => {
    expect(await (await ask('person?site=shop&person=nobody', 'text/csv')).text()).toMatch(
      /^person_id,email,[^\n]*\n$/,
    );
  });

  it('is not begun for HEAD', async () => {
    const response = await test.owner('/v1/query/rejected_events?site=shop', {
      method: 'HEAD',
      headers: { Accept: 'text/csv' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.body).toBeNull();
  });

  it('answers what is wrong as an error', async () => {
    const response = await ask('leads?site=shop&nonsense=1', 'text/csv');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'parameter_invalid' } });
  });
});

it('tells how many rows there are, with the first page', async () => {
  const first = (await (await ask('rejected_events?site=shop&limit=1000')).json()) as {
    rows: unknown[];
    meta: { cursor: string; total: number };
  };
  expect(first).toMatchObject({ meta: { total: COUNT } });
  expect(first.rows).toHaveLength(1_000);
  const second = await (await ask(`rejected_events?site=shop&limit=1000&cursor=${first.meta.cursor}`)).json();
  expect(second).toMatchObject({ meta: { cursor: expect.any(String) } });
  expect(second).not.toHaveProperty('meta.total');
});

it.each([
  ['leads?site=shop&nonsense=1', 400, 'parameter_invalid', [{ path: 'nonsense', rule: 'unknown' }]],
  ['leads', 400, 'parameter_invalid', [{ path: 'site', rule: 'missing' }]],
  ['leads?site=nowhere', 404, 'site_unknown', undefined],
  ['nonsense?site=shop', 404, 'query_unknown', undefined],
  ['constructor?site=shop', 404, 'query_unknown', undefined],
  ['leads?site=shop&limit=0', 400, 'parameter_invalid', [{ path: 'limit', rule: 'too_small', limit: 1 }]],
  [
    'leads?site=shop&order=up',
    400,
    'parameter_invalid',
    [{ path: 'order', rule: 'one_of', limit: ['asc', 'desc'] }],
  ],
])('%s is %i %s', async (query, status, code, details) => {
  const response = await ask(query);
  expect(response.status).toBe(status);
  const { error } = (await response.json()) as ErrorAnswer;
  expect(error.code).toBe(code);
  expect(error.details).toEqual(details);
});
