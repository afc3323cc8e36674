import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Options } from './options.js';

type Storage = typeof import('./storage.js');

/** The browser's storage; it outlives the pages and is the same in all tabs. */
let disk: Record<string, string>;
const consentKey = 'leadline:demo:consent';
const visitorKey = 'leadline:demo:visitor';

/** Another page, or another tab. */
const open = async (options: Partial<Options> = {}): Promise<Storage> => {
  vi.resetModules();
  const storage = await import('./storage.js');
  storage.openStorage({ site: 'demo', host: 'https://t.example.com', ...options });
  return storage;
};
/** As the page's `consent` command does it. */
const refuse = (storage: Storage) => {
  const allowed = storage.choose('denied');
  if (!allowed) storage.wipe();
  return allowed;
};
const namesIn = (storage: Storage, start: string) => {
  const names: string[] = [];
  storage.eachName(start, (name) => names.push(name));
  return names;
};

beforeEach(() => {
  disk = {};
  vi.stubGlobal('localStorage', disk);
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what is kept', () => {
  it('is there on the next page, under the name of the site', async () => {
    const first = await open();
    expect(first.kept('visitor')).toBe('');
    expect(first.keep('visitor', 'ada')).toBe('ada');
    expect(disk).toEqual({ [visitorKey]: 'ada' });
    expect((await open()).kept('visitor')).toBe('ada');
    expect((await open({ site: 'other' })).kept('visitor')).toBe('');
  });

  it('is gone when it is kept as nothing', async () => {
    const storage = await open();
    storage.keep('visitor', 'ada');
    expect(storage.keep('visitor')).toBe('');
    expect([storage.kept('visitor'), disk]).toEqual(['', {}]);
  });

  it('is listed by the beginning of its name, from whichever tab it comes', async () => {
    const here = await open();
    const there = await open();
    here.keep('q1', 'a');
    there.keep('q2', 'b');
    there.keep('orders', ' 7 ');
    disk['leadline:other:q3'] = 'c';
    disk.q4 = 'd';
    expect(namesIn(here, 'q')).toEqual(['q1', 'q2']);
    expect(namesIn(here, '')).toEqual(['q1', 'q2', 'orders']);
  });

  it.each([
    ['throws when it is asked for', 'throws'],
    ['is null', null],
    ['is missing', undefined],
  ])('is kept for the page where localStorage %s', async (_, value) => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        if (value) throw new DOMException('denied', 'SecurityError');
        return value;
      },
    });
    const storage = await open();
    expect(storage.keep('visitor', 'ada')).toBe('ada');
    expect(storage.kept('visitor')).toBe('ada');
    expect(refuse(storage)).toBe(false);
    expect(storage.kept('visitor')).toBe('');
  });

  it.each([true, '' as never])('is nothing on the device where the site is cookieless (%j)', async (on) => {
    const storage = await open({ cookieless: on });
    storage.keep('visitor', 'ada');
    expect([storage.kept('visitor'), namesIn(storage, '')]).toEqual(['ada', ['visitor']]);
    storage.choose('granted');
    expect(disk).toEqual({});
    expect((await open({ cookieless: on })).kept('visitor')).toBe('');
  });

  it('is not read from the device where the site is cookieless', async () => {
    disk[visitorKey] = 'ada';
    expect((await open({ cookieless: true })).kept('visitor')).toBe('');
  });
});

describe('consent', () => {
  it('is given where nobody asks for it', async () => {
    const { chosen, allowed } = await open();
    expect([chosen(), allowed(), disk]).toEqual(['granted', true, {}]);
  });

  it('that is required leaves everything in memory until the yes, then moves it', async () => {
    const storage = await open({ consent: 'required' });
    storage.keep('visitor', 'ada');
    storage.keep('q1', 'one');
    storage.keep('q2', 'two');
    storage.keep('q2');
    expect([storage.chosen(), storage.allowed(), disk]).toEqual(['', false, {}]);
    expect(storage.kept('visitor')).toBe('ada');
    expect(storage.choose('granted')).toBe(true);
    expect(disk).toEqual({ [consentKey]: 'granted', [visitorKey]: 'ada', 'leadline:demo:q1': 'one' });
    storage.keep('q3', 'three');
    expect(disk['leadline:demo:q3']).toBe('three');

    const next = await open({ consent: 'required' });
    expect([next.chosen(), next.kept('visitor')]).toEqual(['granted', 'ada']);
  });

  it('that is required does not read what is on the device before the yes', async () => {
    disk[visitorKey] = 'ada';
    const storage = await open({ consent: 'required' });
    expect(storage.kept('visitor')).toBe('');
    storage.choose('granted');
    expect(storage.kept('visitor')).toBe('ada');
  });

  it('that is required is asked for again on the next page after a no, of which nothing stays', async () => {
    const storage = await open({ consent: 'required' });
    storage.keep('visitor', 'ada');
    expect(refuse(storage)).toBe(false);
    expect([storage.chosen(), storage.kept('visitor'), disk]).toEqual(['denied', '', {}]);
    expect((await open({ consent: 'required' })).chosen()).toBe('');
  });

  it('that is taken back removes all that is kept, and nothing of others', async () => {
    disk['leadline:other:visitor'] = 'bea';
    disk.cart = '1';
    const storage = await open({ consent: 'required' });
    storage.keep('visitor', 'ada');
    storage.choose('granted');
    storage.keep('q1', 'one');
    expect(refuse(storage)).toBe(false);
    expect(disk).toEqual({ 'leadline:other:visitor': 'bea', cart: '1' });
    expect([storage.kept('visitor'), storage.kept('q1')]).toEqual(['', '']);
  });

  it('that is refused where nobody asked is remembered', async () => {
    const storage = await open();
    storage.keep('visitor', 'ada');
    refuse(storage);
    expect(disk).toEqual({ [consentKey]: 'denied' });
    const next = await open();
    expect([next.chosen(), next.allowed()]).toEqual(['denied', false]);
    next.keep('visitor', 'bea');
    expect(disk).toEqual({ [consentKey]: 'denied' });
    expect(next.choose('granted')).toBe(true);
    expect(disk).toEqual({ [consentKey]: 'granted', [visitorKey]: 'bea' });
  });

  it('takes anything but a yes for a no', async () => {
    const storage = await open();
    expect(storage.choose('yes' as never)).toBe(false);
    expect([storage.chosen(), disk]).toEqual(['denied', { [consentKey]: 'denied' }]);
  });

  it('given or refused in one tab holds in the others', async () => {
    const here = await open();
    const there = await open();
    there.keep('visitor', 'ada');
    refuse(here);
    expect([there.chosen(), there.allowed()]).toEqual(['denied', false]);
    there.keep('q1', 'one');
    expect(disk).toEqual({ [consentKey]: 'denied' });
    there.choose('granted');
    expect(here.allowed()).toBe(true);
    refuse(here);
    expect(there.allowed()).toBe(false);
  });

  it('that is required and given in one tab holds in the others', async () => {
    const here = await open({ consent: 'required' });
    const there = await open({ consent: 'required' });
    here.choose('granted');
    expect(there.allowed()).toBe(true);
    // Not told on that page, so the other tab's word is the only one.
    refuse(here);
    expect([there.chosen(), there.allowed()]).toEqual(['', false]);
  });

  it('is refused by Global Privacy Control until the visitor chooses', async () => {
    vi.stubGlobal('navigator', { globalPrivacyControl: true });
    const storage = await open();
    storage.keep('visitor', 'ada');
    expect([storage.chosen(), storage.allowed(), disk]).toEqual(['', false, {}]);
    storage.choose('granted');
    expect(disk).toEqual({ [consentKey]: 'granted', [visitorKey]: 'ada' });
    expect((await open()).allowed()).toBe(true);
  });

  it('is not refused by a Global Privacy Control that is off', async () => {
    vi.stubGlobal('navigator', { globalPrivacyControl: false });
    expect((await open()).allowed()).toBe(true);
  });
});

describe('what was missed once', () => {
  it('a no in another tab holds in the one that was told the yes', async () => {
    const there = await open({ consent: 'required' });
    const here = await open({ consent: 'required' });
    there.choose('granted');
    refuse(here);
    expect(there.allowed()).toBe(false);
  });

  it('a bare data-consent attribute asks for consent', async () => {
    expect((await open({ consent: '' as never })).allowed()).toBe(false);
  });
});
