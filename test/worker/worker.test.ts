import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTables } from '../../collector/clickhouse.js';
import { startWorker } from '../../collector/dev_worker.js';
import { type Engine, startEngine } from '../../collector/engine/supervisor.js';
import { adminKey, until } from '../instance.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const origin = 'https://leadline.test';

let folder: string;
let engine: Engine;
let worker: Miniflare;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadline-worker-'));
  engine = await startEngine({
    entry: join(dist, 'engine.js'),
    dataDir: join(folder, 'clickhouse'),
    writerPassword: 'writer',
    readerPassword: 'reader',
  });
  const clickhouse = { url: engine.url, username: 'leadline', password: 'writer', database: 'leadline' };
  await makeTables(clickhouse, () => undefined);
  worker = await startWorker({ publicUrl: origin, adminKey, clickhouse });
});

afterAll(async () => {
  await worker?.dispose();
  await engine?.stop();
  await rm(folder, { recursive: true, force: true });
});

function send(body: unknown, { headers = {}, path = '/v1/events' } = {}) {
  return worker.dispatchFetch(origin + path, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'text/plain', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
}

async function query<Row>(path: string): Promise<Row[]> {
  const response = await worker.dispatchFetch(`${origin}/v1/query/${path}`, {
    headers: { Authorization: `Bearer ${adminKey}` },
  });
  return ((await response.json()) as { rows: Row[] }).rows;
}

const form = (id: string, email: string) => ({
  id,
  type: 'form_submit',
  ts: Date.now(),
  form: { id: 'contact', fields: { email } },
});

const batch = (visitor: string, events: unknown[]) => ({
  site: 'demo',
  visitor,
  sent: Date.now(),
  context: {},
  events,
});

describe('the Worker, in workerd', () => {
  test('takes a batch, queues it and writes it to ClickHouse once, however often it is sent', async () => {
    const events = [form('worker-1', 'ada@example.com'), { id: 'worker-2', type: 'page_view' }];
    for (let time = 0; time < 3; time++) {
      const response = await send(batch('visitor-1', events));
      expect(response.status).toBe(202);
      expect(await response.json()).toMatchObject({
        accepted: 1,
        rejected: [{ index: 1, id: 'worker-2', reason: 'event_invalid' }],
      });
    }
    const rows = await until(
      () => query<{ email: string; form_submits: number; person_id: string }>('leads?site=demo'),
      (leads) => leads.length > 0,
    );
    expect(rows).toMatchObject([{ email: 'ada@example.com', form_submits: 1 }]);
    const timeline = await query(`timeline?site=demo&person=${rows[0]?.person_id}`);
    expect(timeline).toMatchObject([{ event_id: 'worker-1', fields: { email: ['ada@example.com'] } }]);
  });

  test('takes country and network from Cloudflare', async () => {
    const events = [{ ...form('worker-cf', 'cf@example.com'), url: origin }];
    const response = await worker.dispatchFetch(`${origin}/v1/events?ack=stored`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'text/plain' },
      body: JSON.stringify(batch('visitor-cf', events)),
      cf: { country: 'TR', region: 'Istanbul', asn: 9121, asOrganization: 'Turk Telekom' },
    });
    expect(response.status).toBe(202);
    const rows = await query('leads?site=demo&search=cf@example.com');
    expect(rows).toMatchObject([{ country: 'TR', region: 'Istanbul', bot_signals: ['user_agent'] }]);
  });

  test('answers ?ack=stored once queries see the event', async () => {
    const response = await send(batch('visitor-2', [form('worker-3', 'grace@example.com')]), {
      path: '/v1/events?ack=stored',
    });
    expect(response.status).toBe(202);
    const emails = (await query<{ email: string }>('leads?site=demo')).map(({ email }) => email);
    expect(emails).toContain('grace@example.com');
  });

  test('takes a server’s orders by Idempotency-Key, each once, however often they are sent', async () => {
    const events = [
      { type: 'purchase', ts: Date.now(), orderId: 'w-1', value: 20, person: { email: 'buyer@example.com' } },
      { type: 'refund', ts: Date.now(), orderId: 'w-1', value: 5, person: { email: 'buyer@example.com' } },
    ];
    const headers = { Authorization: `Bearer ${adminKey}`, 'Idempotency-Key': '"order w-1"' };
    for (const path of ['/v1/events?ack=stored', '/v1/events', '/v1/events?ack=stored']) {
      const response = await send({ site: 'demo', events }, { headers, path });
      expect([response.status, await response.json()]).toEqual([202, { accepted: 2, rejected: [] }]);
    }
    expect(await query('leads?site=demo&search=buyer@example.com')).toMatchObject([
      { stage: 'customer', orders: 1, events: 2, revenue_minor: { EUR: 1500 } },
    ]);
    const refused = await send(batch('visitor-5', events));
    expect(await refused.json()).toMatchObject({
      rejected: [{ reason: 'server_only' }, { reason: 'server_only' }],
    });
  });

  test('splits a batch that no queue message could hold', async () => {
    const events = Array.from({ length: 40 }, (_, index) => ({
      id: `large-${index}`,
      type: 'custom',
      ts: Date.now(),
      props: { text: 'x'.repeat(10_000) },
    }));
    const response = await send(batch('visitor-3', [form('large-form', 'large@example.com'), ...events]));
    expect(response.status).toBe(202);
    await until(
      () => query<{ email: string; events: number }>('leads?site=demo&search=large@example.com'),
      ([lead]) => lead?.events === 41,
    );
  });

  test('refuses what is not its own to take', async () => {
    const other = await send(batch('visitor-4', [form('x', 'x@example.com')]), {
      headers: { Origin: 'https://other.test' },
    });
    expect([other.status, await other.json()]).toMatchObject([
      403,
      { error: { code: 'origin_not_allowed' } },
    ]);
    expect((await send('not json')).status).toBe(400);
    expect((await worker.dispatchFetch(`${origin}/v1/query/leads?site=demo`)).status).toBe(401);
  });

  test('serves the script, the dashboards and the demo site with their headers', async () => {
    const script = await worker.dispatchFetch(`${origin}/leadline.js`);
    expect(script.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    for (const path of ['/', '/demo/', '/persons/anyone']) {
      const page = await worker.dispatchFetch(origin + path, { headers: { Accept: 'text/html' } });
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    }
    expect((await worker.dispatchFetch(`${origin}/healthz`)).status).toBe(200);
  });

  test('reads packed bodies, and refuses bombs', async () => {
    const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
    for (const [encoding, compress] of Object.entries(pack)) {
      const body = JSON.stringify(batch('visitor-5', [form(`packed-${encoding}`, 'packed@example.com')]));
      const headers = { 'Content-Encoding': encoding };
      expect([encoding, (await send(compress(body), { headers })).status]).toEqual([encoding, 202]);
      const bomb = await send(compress(Buffer.alloc(50_000_000)), { headers });
      expect([encoding, bomb.status]).toEqual([encoding, 413]);
      expect([encoding, (await send('{}', { headers })).status]).toEqual([encoding, 400]);
    }
    expect((await send('{}', { headers: { 'Content-Encoding': 'zstd' } })).status).toBe(415);
  });

  test('takes what a key may send, and nothing once it is revoked', async () => {
    const owner = { Authorization: `Bearer ${adminKey}` };
    const put = await worker.dispatchFetch(`${origin}/v1/entities/keys/shop-backend`, {
      method: 'PUT',
      headers: owner,
      body: JSON.stringify({ name: 'Shop backend', scopes: ['events:write'], sites: ['demo'] }),
    });
    const { key } = (await put.json()) as { key: string };
    const headers = { Authorization: `Bearer ${key}` };
    const event = () => ({ id: crypto.randomUUID(), type: 'conversion', ts: Date.now(), value: 1 });
    const server = () => ({ site: 'demo', person: { email: 'key@example.com' }, events: [event()] });
    expect((await send(server(), { headers })).status).toBe(202);
    expect((await worker.dispatchFetch(`${origin}/v1/query/leads?site=demo`, { headers })).status).toBe(403);
    const kv = await worker.getKVNamespace('CONFIG');
    expect(await kv.get('keys')).toContain('shop-backend');
    await worker.dispatchFetch(`${origin}/v1/entities/keys/shop-backend`, {
      method: 'DELETE',
      headers: owner,
    });
    expect((await send(server(), { headers })).status).toBe(401);
  });

  test('tells its limits, and refuses an address that sends too fast', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.7' };
    const views = () =>
      Array.from({ length: 500 }, () => ({ id: crypto.randomUUID(), type: 'page_view', ts: Date.now() }));
    const first = await send(batch('visitor-6', views()), { headers });
    expect(first.headers.get('RateLimit-Policy')).toBe(
      '"address";q=6000;w=60;qu="events", "key";q=6000000;w=60;qu="events"',
    );
    expect(first.headers.get('RateLimit')).toMatch(/^"address";r=5500;t=5, "key";r=\d+;t=\d+$/);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => send(batch('visitor-6', views()), { headers })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await refused[0]?.json()).toMatchObject({ error: { code: 'rate_limited' } });
    const other = { 'CF-Connecting-IP': '203.0.113.8' };
    expect((await send(batch('visitor-7', views().slice(499)), { headers: other })).status).toBe(202);
  });
});
