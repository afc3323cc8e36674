import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SiteRecord } from '../records/sites.js';
import { silent } from '../store/testing.js';
import { type Reading, readBatch } from './read.js';
import { ReadingThread } from './reading_thread.js';

const shop: SiteRecord = {
  id: 'shop',
  name: 'Shop',
  origins: ['https://shop.test'],
  timeZone: 'UTC',
  currency: 'EUR',
};
const sender = {
  isPublic: true,
  origin: 'https://shop.test',
  userAgent: 'Mozilla/5.0',
  acceptLanguage: 'tr',
  address: '203.0.113.7',
  isPrefetch: false,
  location: { country: 'TR', region: 'Istanbul', asn: 9121, network: 'Turk Telekom' },
};
const data = { secret: 'secret', ownOrigins: [] };
const built = resolve('dist/intake.js');

let folder: string;
let thread: ReadingThread;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadline-thread-'));
});
afterEach(async () => {
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(entry = built, silenceMsMax?: number): void {
  thread = new ReadingThread(entry, data, silent, silenceMsMax);
  thread.update([shop]);
}

/** The built thread, with something that happens to it before certain batches. */
function entryThat(does: string): string {
  const path = join(folder, 'thread.mjs');
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
    const on = parentPort.on.bind(parentPort);
    parentPort.on = (name, listener) => on(name, (message) => {
      if (Buffer.from(message.bodies ?? []).includes('poison')) ${does};
      listener(message);
    });
    await import(${JSON.stringify(built)});`,
  );
  return path;
}

const NOW = Date.now();
const bytes = (body: unknown) => Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
const batch = (id: string, rest = {}) =>
  bytes({ site: 'shop', visitor: 'v1', events: [{ id, type: 'page_view', ts: NOW }], ...rest });
const send = async (body: Buffer) => thread.read(body, sender, Date.now());

/** Rows as the log has them, without what depends on the moment of reading. */
const text = (rows: Uint8Array) =>
  Buffer.from(rows)
    .toString()
    .replace(/"received_at":"[^"]+"/g, '');

it('reads many batches at once, each as it is read alone', async () => {
  start();
  const bodies = Array.from({ length: 200 }, (_, n) => {
    if (n % 7 === 0) return bytes('{');
    if (n % 11 === 0) return batch(`e${n}`, { site: 'nowhere' });
    return batch(
      `e${n}`,
      n % 5 ? {} : { events: [{ id: `e${n}`, type: 'identify', ts: NOW, email: 'a@b.example' }] },
    );
  });
  const readings = (await Promise.all(bodies.map(send))) as Reading<Uint8Array>[];
  const instance = { ...data, site: (id: string) => (id === 'shop' ? shop : undefined) };
  for (const [n, body] of bodies.entries()) {
    const reading = readings[n];
    const expected = readBatch(body, sender, Date.now(), instance);
    if (!reading || 'refusal' in reading || 'refusal' in expected) {
      expect(reading).toEqual(expected);
      continue;
    }
    expect({ ...reading, rows: [] }).toEqual({ ...expected, rows: [] });
    for (const { table, json } of expected.rows)
      expect(text(reading.rows)).toContain(text(bytes(`${table}\t${json}\n`)));
  }
});

it('learns of a site that is new', async () => {
  start();
  const other = batch('e1', { site: 'other' });
  expect(await send(other)).toMatchObject({ refusal: { code: 'site_unknown' } });
  thread.update([shop, { ...shop, id: 'other' }]);
  expect(await send(other)).toMatchObject({ answer: { accepted: 1 } });
});

it.each([
  ['dies', 'process.exit(1)'],
  ['throws', "throw new Error('no')"],
  ['hangs', 'for (;;) {}'],
])('answers that it is busy for what was under way when the thread %s, and goes on', async (_, does) => {
  start(entryThat(does), 3_000);
  await send(batch('before'));
  const results = await Promise.allSettled([send(batch('poison')), send(batch('beside it'))]);
  expect(results).toMatchObject([
    { status: 'rejected', reason: { code: 'busy', status: 503 } },
    { status: 'rejected', reason: { code: 'busy' } },
  ]);
  expect(await send(batch('after'))).toMatchObject({ answer: { accepted: 1 } });
});

it('takes no more than fits into memory', async () => {
  start(entryThat('for (;;) {}'));
  const stuck = send(bytes('poison')).catch(() => undefined);
  const large = Buffer.alloc(1 << 20);
  const waiting = Array.from({ length: 63 }, () => send(large).catch(() => undefined));
  await expect(send(large)).rejects.toMatchObject({ code: 'busy' });
  await thread.close();
  expect(await Promise.all([stuck, ...waiting])).toHaveLength(64);
});
