import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { errorCode, OWN, startApp, type TestApp } from './testing.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const page = async (url: string, init: RequestInit = {}) =>
  running.app.request(url, { ...init, headers: { 'Accept-Language': 'tr-TR,en;q=0.5', ...init.headers } });
const linkOf = (order: string) =>
  running.owner('/v1/feedback-links?site=shop', { method: 'POST', body: JSON.stringify({ order }) });
const say = (url: string, said: Record<string, string>) =>
  page(url, {
    method: 'POST',
    body: new URLSearchParams(said).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
const order = async () =>
  ((await (await running.owner('/v1/query/purchases?site=shop')).json()) as { rows: object[] }).rows[0];

it('a customer says what they think of an order by a signed link, and by no other', async () => {
  await running.send({
    site: 'shop',
    person: { email: 'ada@a.test' },
    events: [{ id: 'p', ts: Date.now(), type: 'purchase', orderId: '10<b>01', value: 20 }],
  });
  const made = await linkOf('10<b>01');
  const { url } = (await made.json()) as { url: string };
  expect([made.status, url.startsWith(`${OWN}/feedback/`)]).toEqual([200, true]);

  const asked = await page(url);
  expect(asked.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*form-action 'self'/);
  const text = await asked.text();
  expect(text).toContain('lang="tr"');
  expect(text).toContain('10&lt;b&gt;01 numaralı siparişiniz');
  // Looking at it says nothing.
  expect(await order()).toMatchObject({ rating: null, feedback: '' });

  expect((await say(url, { rating: '9' })).status).toBe(400);
  const kept = await say(url, { rating: '', text: ' ' });
  expect(await kept.text()).toContain('role="alert"');
  expect((await say(url, { rating: '4', text: '<script>x</script>' })).status).toBe(200);
  await vi.waitFor(
    async () =>
      expect(await order()).toMatchObject({ rating: 4, rating_max: 5, feedback: '<script>x</script>' }),
    { timeout: 60_000 },
  );

  for (const wrong of [`${url}x`, `${OWN}/feedback/x`, `${OWN}/feedback/e30.AAAAAAAAAAAAAAAAAAAAAA`]) {
    expect((await page(wrong)).status).toBe(404);
    expect((await say(wrong, { rating: '1' })).status).toBe(404);
  }
  const unknown = await linkOf('none');
  expect(await errorCode(unknown)).toBe('404 order_unknown');
  const stranger = await running.app.request(`${OWN}/v1/feedback-links?site=shop`, {
    method: 'POST',
    body: '{}',
  });
  expect(stranger.status).toBe(401);
});
