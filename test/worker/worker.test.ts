// What is the Worker's own: what Cloudflare tells it and keeps for it. The rest is in `test/collector/contract.ts`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordsContract } from '../../collector/records/contract.js';
import { adminKey, until } from '../instance.js';
import { startWorkerInstance, type WorkerInstance } from './instance.js';

let instance: WorkerInstance;
beforeAll(async () => {
  instance = await startWorkerInstance();
});
afterAll(() => instance?.close());

const owner = { Authorization: `Bearer ${adminKey}` };

const fetchFrom = (path: string, init: object = {}) =>
  instance.worker.dispatchFetch(instance.origin + path, init);

const send = (body: object, { headers = {}, cf = {}, path = '/v1/events' } = {}) =>
  fetchFrom(path, {
    method: 'POST',
    headers: { Origin: instance.origin, 'Content-Type': 'text/plain', ...headers },
    body: JSON.stringify(body),
    cf,
  });

async function query<Row>(path: string): Promise<Row[]> {
  const response = await fetchFrom(`/v1/query/${path}`, { headers: owner });
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

recordsContract('records, in workerd', 4, async () => {
  const ask = async (path: string, { headers, ...init }: RequestInit = {}) =>
    (await fetchFrom(path, { ...init, headers: { ...owner, ...headers } })) as unknown as Response;
  return { collectors: [ask], close: async () => undefined };
});

describe('the Worker, in workerd', () => {
  test('takes country, region and network from Cloudflare', async () => {
    const events = [{ ...form('worker-cf', 'cf@example.com'), url: instance.origin }];
    const cf = { country: 'TR', region: 'Istanbul', asn: 9121, asOrganization: 'Turk Telekom' };
    const response = await send(batch('visitor-cf', events), { cf, path: '/v1/events?ack=stored' });
    expect(response.status).toBe(202);
    const rows = await query('leads?site=demo&search=cf@example.com');
    expect(rows).toMatchObject([{ country: 'TR', region: 'Istanbul', bot_signals: ['user_agent'] }]);
  });

  test('sends a batch through its queue in as many messages as it takes, and counts it once', async () => {
    const events = Array.from({ length: 40 }, (_, index) => ({
      id: `large-${index}`,
      type: 'custom',
      ts: Date.now(),
      props: { text: 'x'.repeat(10_000) },
    }));
    const sent = batch('visitor-3', [form('large-form', 'large@example.com'), ...events]);
    for (let time = 0; time < 2; time++) expect((await send(sent)).status).toBe(202);
    const [lead] = await until(
      () => query<{ events: number }>('leads?site=demo&search=large@example.com'),
      ([found]) => (found?.events ?? 0) >= 41,
    );
    expect(lead).toMatchObject({ events: 41 });
  });

  test('keeps keys in KV, as digests, until they are revoked', async () => {
    const path = '/v1/entities/keys/shop-backend';
    const record = JSON.stringify({ name: 'Shop backend', scopes: ['events:write'], sites: ['demo'] });
    const put = await fetchFrom(path, { method: 'PUT', headers: owner, body: record });
    const { key } = (await put.json()) as { key: string };
    const kv = await instance.worker.getKVNamespace('CONFIG');
    const kept = await kv.get('keys');
    expect(kept).toContain('shop-backend');
    expect(kept).not.toContain(key.slice('ll_shop-backend_'.length));
    await fetchFrom(path, { method: 'DELETE', headers: { ...owner, 'If-Match': '"1"' } });
    expect(await kv.get('keys')).not.toContain('shop-backend');
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

  test('does background work by its cron trigger, and what owners ask for', async () => {
    const worker = (await instance.worker.getWorker()) as unknown as {
      scheduled(event: { cron: string }): Promise<{ outcome: string }>;
    };
    const noting = async () => {
      const rows = await query<{ job: string; status: string; errors: string[] }>('jobs?site=demo');
      return rows.find(({ job }) => job === 'note_unaudited');
    };
    expect(await worker.scheduled({ cron: '* * * * *' })).toMatchObject({ outcome: 'ok' });
    expect(await noting()).toMatchObject({ status: 'done', errors: [''] });
    const init = { method: 'POST', headers: owner, body: JSON.stringify({ job: 'note_unaudited' }) };
    expect((await fetchFrom('/v1/jobs', init)).status).toBe(202);
    expect(await noting()).toMatchObject({ status: 'waiting' });
    await worker.scheduled({ cron: '* * * * *' });
    expect(await noting()).toMatchObject({ status: 'done', errors: ['', ''] });
  });
});
