import { afterEach, expect, it, vi } from 'vitest';
import { write } from './data.js';

afterEach(() => vi.unstubAllGlobals());

it('what got no answer is sent again under the same id, and what was answered under another', async () => {
  const ids: string[] = [];
  const answers = [
    () => Promise.reject(new TypeError('no network')),
    () => Promise.resolve(Response.json({ accepted: 1, rejected: [] })),
    () => Promise.resolve(Response.json({ accepted: 1, rejected: [] })),
  ];
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    ids.push((JSON.parse(body) as { events: { id: string }[] }).events[0]?.id ?? '');
    return answers[ids.length - 1]?.();
  });
  const refund = () =>
    write('shop', 'p_1', { type: 'refund', orderId: '1', value: '5', ts: Date.now() }).catch(() => undefined);
  for (let time = 0; time < 3; time++) await refund();
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[1]);
});
