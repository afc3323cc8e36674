import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { KEY, OWN, SHOP, startApp, type TestApp } from '../../collector/http/testing.js';
import { body, encoded, event, text } from './hostile.js';

// Real processes, whose time is that of a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

/** A route's address with its parameters filled in; sometimes not even encoded. */
const filled = (path: string) =>
  fc
    .array(fc.oneof(encoded, encoded, text), { minLength: 6, maxLength: 6 })
    .map((values) => path.replace(/:(\w+)(\{.*?\}(?=\/|$))?|\*/g, () => values.shift() ?? ''));

const search = fc
  .array(
    fc.tuple(
      fc.constantFrom('site', 'person', 'search', 'limit', 'cursor', 'from', 'to', 'ack', '__proto__'),
      fc.oneof(encoded, fc.constant('demo'), fc.constant('stored'), text),
    ),
    { maxLength: 5 },
  )
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map((pair) => pair.join('=')).join('&')}` : ''));

const headers = fc.dictionary(
  fc.constantFrom(
    ...[
      'Origin',
      'Referer',
      'Accept',
      'Accept-Language',
      'Content-Type',
      'Content-Length',
      'Content-Encoding',
    ],
    ...[
      'Cookie',
      'Range',
      'If-None-Match',
      'If-Modified-Since',
      'User-Agent',
      'X-Forwarded-For',
      'Sec-Fetch-Site',
    ],
    ...['Idempotency-Key', 'Authorization', 'Accept-Encoding', 'Transfer-Encoding'],
  ),
  fc.oneof(
    text,
    fc.constantFrom(
      'text/html',
      'text/csv',
      'application/json',
      'gzip',
      'br',
      'null',
      OWN,
      SHOP,
      'bytes=9-1',
      '-5',
    ),
  ),
  { maxKeys: 5 },
);

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
  isOwner: boolean;
}

/** Undefined for what no HTTP client or server could carry. */
function requestOf({ method, path, headers, body, isOwner }: Sent): Request | undefined {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const all = new Headers({ Origin: SHOP, ...headers, ...(isOwner && { Authorization: `Bearer ${KEY}` }) });
    return new Request(OWN + path, { method, headers: all, ...(hasBody && { body }) });
  } catch {
    return undefined;
  }
}

const statusOf = async (sent: Sent) => {
  const request = requestOf(sent);
  if (!request) return 0;
  const response = await running.app.request(request);
  await response.arrayBuffer();
  return response.status;
};

it('no request of any route is answered with a 5xx', async () => {
  // A new route is here by itself.
  const routes = [...new Map(running.app.routes.map((route) => [route.method + route.path, route])).values()];
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(names).toEqual(expect.arrayContaining(['POST /v1/events', 'GET /v1/query/:name', 'GET /healthz']));
  const sent = fc.constantFrom(...routes).chain(({ method, path }) =>
    fc.record({
      method: fc.oneof(
        { weight: 3, arbitrary: fc.constant(method === 'ALL' ? 'GET' : method) },
        fc.constantFrom(...METHODS),
      ),
      path: fc.tuple(filled(path), search).map((parts) => parts.join('')),
      headers,
      body: body as fc.Arbitrary<string | Uint8Array<ArrayBuffer>>,
      isOwner: fc.boolean(),
    }),
  );
  const met = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(sent, async (one) => {
      const status = await statusOf(one);
      met.set(status, (met.get(status) ?? 0) + 1);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 3_000), endOnFailure: true },
  );
  // It got past the doors. That events are accepted is the next test's part.
  for (const status of [200, 400, 401, 404]) expect([status, met.get(status) ?? 0]).not.toEqual([status, 0]);
});

it('whatever is accepted is stored, and no row of it is refused by ClickHouse', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      async (events, isOwner) => {
        const sent = JSON.stringify({ site: 'shop', visitor: 'v-fuzz', events });
        const response = await running.post(
          sent,
          isOwner ? { Authorization: `Bearer ${KEY}` } : {},
          '?ack=stored',
        );
        expect(response.status).toBe(202);
        accepted += ((await response.json()) as { accepted: number }).accepted;
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 3_000) / 50, endOnFailure: true },
  );
  expect(accepted).toBeGreaterThan(100);
  const refused = await running.test.select(
    "SELECT event_id, type, message FROM leadline.rejected_events WHERE reason = 'not_storable'",
  );
  expect(refused).toEqual([]);
});
