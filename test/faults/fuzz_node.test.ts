import { env } from 'node:process';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Instance, startInstance, until } from '../instance.js';
import { body } from './hostile.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const SHOP = 'https://www.shop.test';
/** A tenth of what `fuzz.test.ts` sends past Node's own server. */
const RUNS = Number(env.FUZZ_RUNS ?? 3_000) / 10;

let instance: Instance;
let bearer: { Authorization: string };
beforeAll(async () => {
  instance = await startInstance();
  bearer = { Authorization: `Bearer ${instance.adminKey}` };
  const site = { name: 'Shop', origins: [SHOP] };
  const put = { method: 'PUT', headers: bearer, body: JSON.stringify(site) };
  expect((await fetch(`${instance.url}/v1/entities/sites/shop`, put)).status).toBe(200);
});
afterAll(() => instance?.stop());

interface Answer {
  accepted?: number;
  rejected?: { reason: string }[];
  error?: { code: string };
}

async function send(body: BodyInit, headers: Record<string, string> = {}, query = '') {
  const all = { Origin: SHOP, ...headers };
  const response = await fetch(`${instance.url}/v1/events${query}`, { method: 'POST', headers: all, body });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const sender = fc.record({
  isOwner: fc.boolean(),
  idempotencyKey: fc.option(fc.stringMatching(/^[ -~]{0,20}$/), { nil: undefined }),
  contentType: fc.constantFrom('text/plain', 'application/json', 'text/html; charset=utf-7'),
});

it('no body is too much for the reading thread: each is answered, and no answer is a 5xx', async () => {
  const met = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(body, sender, async (sent, { isOwner, idempotencyKey, contentType }) => {
      const { status, answer } = await send(sent as BodyInit, {
        'Content-Type': contentType,
        ...(isOwner && bearer),
        ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
      });
      met.set(status, (met.get(status) ?? 0) + 1);
      expect([202, 400, 403, 404, 413]).toContain(status);
      if (status === 202)
        expect(answer).toEqual({ accepted: expect.any(Number), rejected: expect.any(Array) });
      else expect(answer.error?.code).toMatch(/^\w+$/);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // It got past the doors.
  for (const status of [202, 400]) expect([status, met.get(status) ?? 0]).not.toEqual([status, 0]);
  expect(instance.output()).not.toContain('unexpected error');
});

it('several at once get each its own answer', async () => {
  const kinds: [string, number, string | undefined][] = [
    ['{', 400, 'body_not_json'],
    ['[]', 400, 'batch_invalid'],
    ['{"site":"nowhere","visitor":"v","events":[{}]}', 404, 'site_unknown'],
    [`{"site":"shop","visitor":"v","events":[${'['.repeat(50)}${']'.repeat(50)}]}`, 202, undefined],
  ];
  const order = fc.array(fc.constantFrom(...kinds), { minLength: 20, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(order, async (many) => {
      const answers = await Promise.all(many.map(([sent]) => send(sent)));
      expect(answers.map(({ status, answer }) => [status, answer.error?.code])).toEqual(
        many.map(([, status, code]) => [status, code]),
      );
    }),
    { numRuns: Math.ceil(RUNS / 30), endOnFailure: true },
  );
});

it('what came through is stored: ClickHouse refuses no row of it', async () => {
  const view = { id: 'after', type: 'page_view', ts: Date.now() };
  const batch = JSON.stringify({ site: 'shop', visitor: 'v-after', events: [view] });
  expect(await send(batch, {}, '?ack=stored')).toMatchObject({ status: 202, answer: { accepted: 1 } });
  await until(
    () => instance.get<{ queue: { backlogBytes: number } }>('/readyz'),
    ({ queue }) => queue.backlogBytes === 0,
  );
  type Page = { rows: { reason: string }[]; meta: { cursor?: string } };
  const reasons = new Set<string>();
  for (let next = ''; ; ) {
    const path = `/v1/query/rejected_events?site=shop&limit=1000${next}`;
    const { rows, meta } = await instance.get<Page>(path);
    for (const { reason } of rows) reasons.add(reason);
    if (!meta.cursor) break;
    next = `&cursor=${encodeURIComponent(meta.cursor)}`;
  }
  expect(reasons).toContain('event_invalid');
  expect(reasons).not.toContain('not_storable');
});
