import { describe, expect, it } from 'vitest';
import type { Arrived } from './pages.js';
import {
  arrives,
  call,
  context,
  deliveries,
  fence,
  newPage,
  open,
  ownContext,
  page,
  poll,
  ready,
  site,
  stored,
} from './sdk_page.js';

describe('consent', () => {
  it('required: nothing is stored or sent until granted, then what the page saw', async () => {
    await open(
      '/',
      '<form><input name="email" value="a@example.com"><button>Send</button></form>',
      site.tag('data-site="demo" data-consent="required"'),
    );
    await page.evaluate(() => addEventListener('submit', (event) => event.preventDefault()));
    await page.click('button');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    expect(await stored()).toEqual([]);
    await page.goto('about:blank');
    await page.goto(`${site.origin}/`);
    await ready();
    expect(await stored()).toEqual([]);
    expect(site.batches).toEqual([]);
    await call('track', 'seen');
    await call('consent', 'granted');
    await arrives('seen');
    await arrives('page_view');
    expect(site.events('form_submit')).toEqual([]);
    await poll(stored).toEqual(expect.arrayContaining(['leadline:demo:consent', 'leadline:demo:visitor']));
  });

  it('denied forgets the visitor and the queue', async () => {
    await open();
    await fence();
    // In one task: nothing can be sent in between.
    const [before, after] = await page.evaluate(() => {
      const { leadline } = window as unknown as { leadline: (...call: unknown[]) => void };
      leadline('track', 'kept back');
      const before = Object.values<string>(localStorage).join();
      leadline('consent', 'denied');
      return [before, Object.keys(localStorage)];
    });
    expect(before).toContain('kept back');
    expect(after).toEqual(['leadline:demo:consent']);
    await call('track', 'after');
    await page.reload();
    await ready();
    await call('consent', 'granted');
    await fence();
    expect(site.events('after').concat(site.events('kept back'))).toEqual([]);
    expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(2);
  });

  it('Global Privacy Control is a no until the visitor says yes', async () => {
    await ownContext();
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    );
    await open();
    expect(await stored()).toEqual([]);
    await call('consent', 'granted');
    await arrives('page_view');
    expect(site.batches).toHaveLength(1);
  });
});

describe('delivery', () => {
  /**
   * From now on only a page under this path finds the collector working. Answers that change with the clock would not
   * do: a page that has left goes on sending for a while, by fetch, by beacon, and by Chromium, which repeats either on
   * a new connection when a reused one breaks. Tells the ids of what was refused, page leaves apart: they are told only
   * by pages that were looked at for a second, as all are on a slow machine.
   */
  const brokenUntil = (path: string) => {
    const refused: Arrived['id'][] = [];
    site.answer = ({ context, events }) => {
      if (context?.url === site.origin + path) return { status: 202 };
      refused.push(...events.filter(({ type }) => type !== 'page_leave').map(({ id }) => id));
      return undefined;
    };
    return refused;
  };

  it('brings what was captured offline on a later visit, once', async () => {
    await open();
    await fence();
    await context.setOffline(true);
    brokenUntil('/later');
    await call('track', 'offline');
    await call('conversion', { name: 'signed' });
    await page.close();
    await context.setOffline(false);
    await newPage();
    await open('/later');
    await fence();
    expect(deliveries('offline')).toHaveLength(1);
    expect(deliveries('conversion')).toHaveLength(1);
    await poll(stored).toEqual(['leadline:demo:visitor']);
  });

  it('brings what a broken collector did not take on the next page, in one piece', async () => {
    await open();
    await fence();
    const refused = brokenUntil('/next');
    await call('track', 'first');
    await call('conversion', { name: 'signed' });
    await page.goto('about:blank');
    await open('/next');
    await fence();
    expect(deliveries('conversion')).toHaveLength(1);
    expect(deliveries('first')).toEqual(deliveries('conversion'));
    const brought = [...site.events('first'), ...site.events('conversion')].map(({ id }) => id);
    await poll(() => [...new Set(refused)].sort()).toEqual(brought.sort());
    await poll(stored).toEqual(['leadline:demo:visitor']);
  });

  it('repeats, unchanged, what arrived without an answer', async () => {
    await open();
    await fence();
    site.answer = (batch) => {
      site.batches.push(batch);
      return undefined;
    };
    await call('conversion', { name: 'signed' });
    await arrives('conversion');
    await page.goto('about:blank');
    site.answer = () => ({ status: 202 });
    await open('/next');
    await poll(stored).toEqual(['leadline:demo:visitor']);
    expect(deliveries('conversion').length).toBeGreaterThan(1);
    const copies = deliveries('conversion').flatMap(({ visitor, events }) =>
      events.filter(({ type }) => type === 'conversion').map((event) => JSON.stringify({ visitor, event })),
    );
    expect(new Set(copies).size).toBe(1);
  });

  it('tries again after a 503, not before its Retry-After', async () => {
    const tries: number[] = [];
    site.answer = () => {
      tries.push(Date.now());
      return tries.length > 1 ? { status: 202 } : { status: 503, headers: { 'retry-after': '2' } };
    };
    const refusal = page.waitForResponse(`${site.host}/v1/events`);
    await open();
    // Before the page has heard of it, a conversion would go at once.
    await (await refusal).finished();
    await call('conversion', { name: 'urgent' });
    await poll(() => tries.length).toBe(2);
    expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeGreaterThan(1_900);
    await arrives('conversion');
    await poll(stored).toEqual(['leadline:demo:visitor']);
  });

  it('tries again after a broken connection', async () => {
    let tries = 0;
    site.answer = () => (tries++ < 3 ? undefined : { status: 202 });
    await open();
    await arrives('page_view');
    // A beacon may have brought it, maybe twice; the queue is empty when a fetch has been answered.
    await poll(stored).toEqual(['leadline:demo:visitor']);
    expect(site.events()).toHaveLength(1);
  });

  it('takes a 400 as final', async () => {
    site.answer = () => ({ status: 400 });
    await open();
    await poll(() => site.batches.length).toBe(1);
    await poll(stored).toEqual(['leadline:demo:visitor']);
    site.answer = () => ({ status: 202 });
    await call('track', 'next');
    await arrives('next');
    expect(site.batches).toHaveLength(2);
  });

  it('sends hundreds of events in batches below the keepalive budget', async () => {
    const sizes: number[] = [];
    page.on('request', (request) => sizes.push(request.postDataBuffer()?.length ?? 0));
    await open();
    await page.evaluate(() => {
      const { leadline } = window as unknown as { leadline: (...call: unknown[]) => void };
      for (let n = 0; n < 300; n++) leadline('track', 'many', { n, text: 'ş'.repeat(200) });
    });
    await arrives('many', 300);
    expect(Math.max(...sizes)).toBeLessThan(60_000);
  });
});
