import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserBatch } from '../schemas/batch.js';
import type { Options } from './options.js';

const MINUTE_MS = 6e4;
const DAY_MS = 864e5;
const PREFIX = 'leadline:demo:';
const ENDPOINT = 'https://t.example.com/v1/events';

/** The browser's storage; it outlives the pages. */
let disk: Record<string, string>;
let sent: BrowserBatch[];
let requests: { url: string; options: RequestInit & { body: string } }[];
let beacons: string[];
let answer: () => Response | Promise<Response>;
let online: boolean;
let listeners: [type: string, listener: (event: unknown) => void][];
let count = 0;

const status = (code: number, headers = {}) => new Response(null, { status: code, headers });
const event = (type: string, more = {}) =>
  ({ id: `id-${count++}`, type, ts: Date.now(), url: '', referrer: '', title: '', ...more }) as never;
const types = () =>
  sent.map(({ visitor, events }) => `${visitor}: ${events.map(({ type }) => type).join(' ')}`);
const queued = () => Object.keys(disk).filter((key) => key.startsWith(`${PREFIX}q`));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Another page of the site. */
const open = async (options: Partial<Options> = {}) => {
  vi.resetModules();
  vi.clearAllTimers();
  listeners = [];
  const { setOptions, commands } = await import('./options.js');
  const storage = await import('./storage.js');
  const delivery = await import('./delivery.js');
  const given = { site: 'demo', host: 'https://t.example.com', ...options };
  setOptions(given);
  storage.openStorage(given);
  delivery.openDelivery();
  const { hooks } = await import('./hooks.js');
  return { ...storage, ...delivery, commands, hooks };
};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  disk = { [`${PREFIX}visitor`]: 'ada' };
  sent = [];
  requests = [];
  beacons = [];
  online = true;
  answer = () => status(202);
  vi.stubGlobal('localStorage', disk);
  vi.stubGlobal('location', { href: 'https://shop.example/prices?password=x&q=1' });
  vi.stubGlobal('navigator', {
    get onLine() {
      return online;
    },
    language: 'tr-TR',
    team: false,
    sendBeacon: (_url: string, body: string) => beacons.push(body),
  });
  vi.stubGlobal('addEventListener', (...[type, listener]: (typeof listeners)[number]) =>
    listeners.push([type, listener]),
  );
  vi.stubGlobal('window', {
    fetch: async (url: string, options: RequestInit & { body: string }) => {
      requests.push({ url, options });
      sent.push(JSON.parse(options.body));
      return answer();
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('batches', () => {
  it('tell the site, the visitor, the page and the browser', async () => {
    const { add } = await open();
    add(event('page_view', { id: 'a' }));
    await pass(1_000);
    expect(sent).toEqual([
      {
        site: 'demo',
        visitor: 'ada',
        sent: 1_800_000_000_500,
        context: { url: 'https://shop.example/prices?password=****&q=1', language: 'tr-TR', team: false },
        events: [
          { id: 'a', type: 'page_view', ts: 1_800_000_000_000, url: '', referrer: '', title: '' },
        ] as never,
      },
    ]);
    expect(requests[0]).toMatchObject({
      url: ENDPOINT,
      options: { method: 'POST', keepalive: true },
    });
  });

  it('are of neighbours, once', async () => {
    const { add } = await open();
    add(event('one'));
    await pass(100);
    add(event('two'));
    expect(queued()).toHaveLength(2);
    await pass(DAY_MS);
    expect(types()).toEqual(['ada: one two']);
    expect(queued()).toEqual([]);
  });

  it('go at once with what is urgent, and take along what waits', async () => {
    const { add } = await open();
    add(event('page_view'));
    add(event('form_submit'), true);
    await pass(0);
    expect(types()).toEqual(['ada: page_view form_submit']);
    await pass(DAY_MS);
    expect(sent).toHaveLength(1);
  });

  it('are of one visitor each', async () => {
    const { add, keep } = await open();
    add(event('one'));
    keep('visitor', 'bea');
    add(event('two'));
    add(event('three'));
    await pass(1_000);
    expect(types()).toEqual(['bea: two three', 'ada: one']);
  });

  it('are of twenty events at most, the newest first, one after the other', async () => {
    const { add } = await open();
    let atOnce = 0;
    let most = 0;
    answer = async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((done) => setTimeout(done, 50));
      atOnce--;
      return status(202);
    };
    for (let n = 0; n < 45; n++) add(event(`${n}`));
    await pass(1_000);
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => from + i).join(' ');
    expect(types()).toEqual([`ada: ${numbers(25, 45)}`, `ada: ${numbers(5, 25)}`, `ada: ${numbers(0, 5)}`]);
    expect(most).toBe(1);
  });

  it('that are too long for keepalive go without', async () => {
    const { add } = await open();
    add(event('form_submit', { text: 'x'.repeat(20_000) }), true);
    await pass(0);
    expect(requests[0]?.options.keepalive).toBe(false);
  });

  it('do not need the fetch that a page wrapped later', async () => {
    const { add } = await open();
    window.fetch = () => Promise.reject(new Error('broken'));
    add(event('one'));
    await pass(1_000);
    expect(types()).toEqual(['ada: one']);
  });
});

describe('visitors', () => {
  it('have one id from the first event on, on this page and the next', async () => {
    disk = {};
    vi.stubGlobal('localStorage', disk);
    (await open()).add(event('one'), true);
    await pass(0);
    (await open()).add(event('two'), true);
    await pass(0);
    const [one, two] = sent;
    expect(one?.visitor).toMatch(/^\w{21}$/);
    expect(two?.visitor).toBe(one?.visitor);
  });

  it('that turn out to be another one take along what waits', async () => {
    const { add, adopt } = await open();
    add(event('one'));
    adopt('bea');
    add(event('two'));
    await pass(1_000);
    expect(types()).toEqual(['bea: one two']);
    expect(disk).toEqual({ [`${PREFIX}visitor`]: 'bea' });
  });

  it('that debug are told of each event', async () => {
    const { add, commands } = await open();
    const log = vi.fn();
    commands.log = log;
    add(event('one'));
    expect(log.mock.calls).toMatchObject([[{ type: 'one' }]]);
  });
});

describe('consent', () => {
  it('is waited for in memory', async () => {
    disk = {};
    vi.stubGlobal('localStorage', disk);
    const { add, choose, flush } = await open({ consent: 'required' });
    add(event('one'));
    add(event('two'), true);
    await flush(true);
    await pass(DAY_MS);
    expect([disk, sent]).toEqual([{}, []]);
    choose('granted');
    expect(queued()).toHaveLength(2);
    add(event('consent'));
    await pass(1_000);
    expect(types()).toEqual([expect.stringMatching(/^\w{21}: one two consent$/)]);
    expect(queued()).toEqual([]);
  });

  it('that is refused leaves nothing, and nothing of what comes later', async () => {
    const { add, choose, forget } = await open({ consent: 'required' });
    add(event('one'));
    choose('denied');
    forget();
    add(event('two'), true);
    await pass(DAY_MS);
    choose('granted');
    add(event('three'));
    await pass(1_000);
    expect(sent.map(({ events }) => events.map(({ type }) => type))).toEqual([['three']]);
    expect(sent[0]?.visitor).not.toBe('ada');
  });

  it('that is refused in another tab stops what waits', async () => {
    const { add } = await open();
    add(event('one'));
    disk[`${PREFIX}consent`] = 'denied';
    await pass(DAY_MS);
    expect(sent).toEqual([]);
  });

  it('what is forgotten is not sent', async () => {
    const { add, forget } = await open();
    add(event('one'));
    forget();
    await pass(DAY_MS);
    expect(sent).toEqual([]);
  });
});

describe('failures', () => {
  const refusal = (code: number) =>
    new Response(JSON.stringify({ error: { code: 'batch_invalid', message: 'The batch is not valid.' } }), {
      status: code,
    });

  it.each([202, 400, 401, 413, 415, 422])('status %i of the collector is final', async (code) => {
    answer = () => (code === 202 ? status(code) : refusal(code));
    const { add } = await open();
    add(event('one'));
    await pass(DAY_MS);
    expect([sent.length, beacons.length, queued()]).toEqual([1, 0, []]);
  });

  it.each([403, 404])('what the owner mends is kept at status %i, and the page is told', async (code) => {
    answer = () => refusal(code);
    const { add, hooks } = await open();
    const answered = vi.fn();
    hooks.answered = answered;
    add(event('one'));
    await pass(DAY_MS);
    expect([sent.length, queued().length]).toEqual([9, 1]);
    expect(answered).toHaveBeenCalledWith(expect.objectContaining({ message: 'The batch is not valid.' }));
    answer = () => status(202);
    const next = await open();
    next.add(event('two'));
    await pass(1_000);
    expect(types().at(-1)).toBe('ada: one two');
    expect(queued()).toEqual([]);
  });

  it.each([200, 204, 400, 404])('status %i of somebody else is no answer', async (code) => {
    answer = () => new Response(code === 204 ? null : '<h1>Sign in to the network', { status: code });
    const { add } = await open();
    add(event('one'));
    await pass(DAY_MS);
    expect([sent.length, queued().length]).toEqual([9, 1]);
  });

  it.each([408, 429, 500, 502, 503, 504])('status %i is tried again, later each time', async (code) => {
    answer = () => status(code);
    const { add } = await open();
    add(event('one'));
    await pass(DAY_MS);
    expect([sent.length, beacons.length, queued().length]).toEqual([9, 0, 1]);
    const gaps = sent.slice(1).map(({ sent: at }, i) => at - (sent[i] as BrowserBatch).sent);
    expect(gaps[0]).toBeGreaterThanOrEqual(500);
    for (const [i, gap] of gaps.slice(1).entries()) expect(gap).toBeGreaterThan(1.9 * (gaps[i] as number));
    expect(new Set(sent.map(({ events }) => events[0]?.id)).size).toBe(1);
  });

  it('a network that fails is tried again as well, and by a beacon', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    const { add } = await open();
    add(event('one'));
    await pass(DAY_MS);
    expect([sent.length, beacons.length, queued().length]).toEqual([9, 9, 1]);
    expect(JSON.parse(beacons[0] as string)).toEqual(sent[0]);
  });

  it('the visitors of a site do not come back at the same moment', async () => {
    vi.mocked(Math.random).mockReturnValue(0.999);
    answer = () => status(500);
    const { add } = await open();
    add(event('one'));
    await pass(500 + 950);
    expect(sent).toHaveLength(1);
    await pass(100);
    expect(sent).toHaveLength(2);
  });

  it('others wait for the next try, what is urgent does not', async () => {
    answer = () => status(500);
    const { add } = await open();
    for (let n = 0; n < 3; n++) add(event('one'));
    await pass(10_000);
    const tries = sent.length;
    add(event('two'));
    await pass(1_000);
    expect(sent).toHaveLength(tries);
    add(event('three'), true);
    await pass(0);
    expect(types().at(-1)).toBe('ada: one one one two three');
  });

  it('after a success the patience is new', async () => {
    answer = () => status(500);
    const { add } = await open();
    add(event('one'));
    await pass(10_000);
    answer = () => status(202);
    add(event('form_submit'), true);
    await pass(0);
    expect(queued()).toEqual([]);
    add(event('page_view'));
    await pass(600);
    expect(types().at(-1)).toBe('ada: page_view');
    sent.length = 0;
    answer = () => status(500);
    add(event('two'));
    await pass(DAY_MS);
    expect(sent).toHaveLength(9);
  });

  it('what has been given up is tried with the next event', async () => {
    answer = () => status(500);
    const { add } = await open();
    add(event('one'));
    await pass(DAY_MS);
    answer = () => status(202);
    add(event('two'));
    await pass(1_000);
    expect(types().at(-1)).toBe('ada: one two');
    expect(queued()).toEqual([]);
  });

  it('Retry-After holds for what is urgent, too', async () => {
    answer = () => status(503, { 'retry-after': '60' });
    const { add, flush } = await open();
    add(event('one'), true);
    await pass(10);
    answer = () => status(202);
    add(event('two'), true);
    await pass(59_000);
    await flush(true);
    expect(sent).toHaveLength(1);
    await pass(2_000);
    expect(types()).toEqual(['ada: one', 'ada: one two']);
  });

  it('a browser that takes itself for offline is not believed', async () => {
    online = false;
    const { add } = await open();
    add(event('one'), true);
    await pass(0);
    expect([types(), queued()]).toEqual([['ada: one'], []]);
  });

  it('a policy of the page that blocks us ends all tries', async () => {
    const { add, flush, hooks } = await open();
    answer = () => {
      hooks.until = 9e99;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    add(event('one'));
    await pass(1_000);
    add(event('two'), true);
    await flush(true);
    await pass(DAY_MS);
    expect([sent.length, queued().length]).toEqual([1, 2]);
  });

  it('a request that hangs holds nothing up after 30 seconds', async () => {
    answer = () => new Promise(() => {});
    const { add } = await open();
    add(event('one'));
    await pass(1_000);
    answer = () => status(202);
    add(event('two'));
    await pass(20_000);
    expect(types()).toEqual(['ada: one']);
    await pass(10_000);
    add(event('three'));
    await pass(1_000);
    expect(types()).toEqual(['ada: one', 'ada: one two three']);
    expect(queued()).toEqual([]);
  });

  it('what is urgent does not wait for a request that hangs', async () => {
    answer = () => new Promise(() => {});
    const { add } = await open();
    add(event('one'), true);
    await pass(0);
    add(event('two'), true);
    await pass(0);
    expect(types()).toEqual(['ada: one', 'ada: two']);
  });

  it('a storage that is full costs no event, and no visitor', async () => {
    vi.stubGlobal(
      'localStorage',
      new Proxy({} as Record<string, string>, {
        set: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
    );
    const { add } = await open();
    add(event('one'), true);
    await pass(0);
    add(event('two'));
    await pass(1_000);
    const [one, two] = sent;
    expect(sent.map(({ events }) => events.map(({ type }) => type))).toEqual([['one'], ['two']]);
    expect(one?.visitor).toMatch(/^\w{21}$/);
    expect(two?.visitor).toBe(one?.visitor);
  });
});

describe('what earlier pages left', () => {
  const left = (id: string, ts: number, more = {}) => {
    disk[`${PREFIX}q${id}`] = JSON.stringify({ v: 'ada', e: { id, type: id, ts }, s: 0, ...more });
  };

  it('is sent', async () => {
    answer = () => status(500);
    (await open()).add(event('one'), true);
    await pass(0);
    answer = () => status(202);
    await open();
    await pass(1_000);
    expect(types()).toEqual(['ada: one', 'ada: one']);
    expect(disk).toEqual({ [`${PREFIX}visitor`]: 'ada' });
  });

  it('is sent though it was in flight', async () => {
    let answered = () => {};
    answer = () => new Promise((resolve) => (answered = () => resolve(status(202))));
    (await open()).add(event('a'), true);
    await pass(0);
    await open();
    answer = () => status(202);
    await pass(1_000);
    answered();
    expect(types()).toEqual(['ada: a', 'ada: a']);
  });

  it('keeps its visitor', async () => {
    left('a', Date.now(), { v: 'bea' });
    (await open()).add(event('one'));
    await pass(1_000);
    expect(types().sort()).toEqual(['ada: one', 'bea: a']);
  });

  it('is dropped after two weeks', async () => {
    left('young', Date.now() - 13.9 * DAY_MS);
    left('old', Date.now() - 14.1 * DAY_MS);
    await open();
    await pass(1_000);
    expect(types()).toEqual(['ada: young']);
    expect(queued()).toEqual([]);
  });

  it('is sent but for what is corrupted', async () => {
    left('a', Date.now());
    disk[`${PREFIX}qb`] = '{"v":"ada","e":{"id":"b"';
    disk[`${PREFIX}qc`] = 'null';
    disk[`${PREFIX}qd`] = '{"v":"ada"}';
    left('e', Date.now());
    await open();
    await pass(1_000);
    expect(types()).toEqual([expect.stringMatching(/^ada: (a e|e a)$/)]);
  });

  it('is left alone where it is of another site, or not to be read yet', async () => {
    disk['leadline:other:qz'] = JSON.stringify({ v: 'ada', e: { id: 'z', type: 'z', ts: Date.now() }, s: 0 });
    left('a', Date.now());
    const before = { ...disk };
    await open({ consent: 'required' });
    await pass(DAY_MS);
    expect([sent, disk]).toEqual([[], before]);
  });

  it('is 500 events at most, the newest', async () => {
    answer = () => status(503, { 'retry-after': '86400' });
    const { add } = await open();
    for (let n = 0; n < 600; n++) add(event(`${n}`, { id: `${n}` }));
    expect(queued()).toHaveLength(500);
    await pass(1_000);
    expect(queued()).toHaveLength(500);
    expect(disk).not.toHaveProperty([`${PREFIX}q99`]);
    expect(disk).toHaveProperty([`${PREFIX}q100`]);
    expect(disk).toHaveProperty([`${PREFIX}q599`]);
  });
});

describe('what was missed once', () => {
  it.each([
    [
      'is a circle',
      () => {
        const circle: Record<string, unknown> = {};
        circle.circle = circle;
        return circle;
      },
    ],
    ['holds a bigint', () => ({ total: 1n })],
  ])('an event that %s costs its neighbours nothing', async (_, props) => {
    const { add } = await open();
    add(event('one'));
    try {
      add(event('bad', { props: props() }));
    } catch {}
    add(event('two'));
    await pass(MINUTE_MS);
    expect(types()).toEqual(['ada: one two']);
  });

  it('a Retry-After that is a date does not end the patience', async () => {
    answer = () => status(503, { 'retry-after': 'Wed, 21 Oct 2037 07:28:00 GMT' });
    const { add } = await open();
    add(event('one'));
    await pass(1_000);
    expect(sent.length).toBeLessThan(4);
  });
});
