import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Row } from '../store/row.js';
import type { Store } from '../store/store.js';
import { CloudflareQueue, type Message } from './cloudflare.js';

/** What Cloudflare takes at most: https://developers.cloudflare.com/queues/platform/limits/ */
const MESSAGE_BYTES = 128_000;

const models = { refresh: async () => undefined };

function setUp() {
  const sent: Message[] = [];
  const inserted: string[] = [];
  const binding = {
    async send(message: Message) {
      if (Buffer.byteLength(JSON.stringify(message)) > MESSAGE_BYTES) throw new Error('message too large');
      sent.push(message);
      return undefined as never;
    },
  };
  const store = { insert: async (_table: string, lines: string[]) => void inserted.push(...lines) };
  return {
    queue: new CloudflareQueue(binding, { store: store as unknown as Store, models }),
    sent,
    inserted,
  };
}

it('puts any rows into messages that fit, each row once and in order', async () => {
  const size = fc.oneof(fc.nat(2_000), fc.nat(140_000));
  const text = fc
    .tuple(size, fc.constantFrom('x', '"', '\\', 'ş', '🙂'))
    .map(([length, unit]) => unit.repeat(length / unit.length));
  const rows = fc
    .array(text, { minLength: 1, maxLength: 20 })
    .map((texts) => texts.map((text, at): Row => ({ table: 'events', json: JSON.stringify({ at, text }) })));
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const { queue, sent, inserted } = setUp();
      await queue.append(all);
      const [messages, direct] = [sent.flatMap(({ rows }) => rows.map(({ json }) => json)), inserted];
      expect([...messages, ...direct].sort()).toEqual(all.map(({ json }) => json).sort());
      expect(messages).toEqual(all.map(({ json }) => json).filter((json) => !direct.includes(json)));
      for (const json of direct) expect(json.length).toBeGreaterThan(20_000);
      expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
    }),
    { numRuns: 50 },
  );
});

it('says that nothing was taken when Cloudflare takes nothing', async () => {
  const binding = { send: () => Promise.reject(new Error('Queue sends are limited')) };
  const queue = new CloudflareQueue(binding, { store: {} as Store, models });
  const row: Row = { table: 'events', json: '{}' };
  await expect(queue.append([row])).rejects.toMatchObject({ code: 'queue_full', status: 503 });
});
