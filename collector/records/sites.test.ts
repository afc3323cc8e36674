import { describe, expect, it } from 'vitest';
import { LeadlineError } from '../errors.js';
import type { Snapshot } from './live_records.js';
import type { Listed } from './records.js';
import { demoSite, type SiteRecord, Sites } from './sites.js';

const record = (id: string, data: Record<string, unknown> = { ...demoSite }): Listed => ({
  id,
  version: 1,
  at: 0,
  by: 'owner',
  data,
  hidden: {},
  sites: [id],
});
const kept: SiteRecord = {
  id: 'kept',
  name: 'Kept',
  origins: [],
  timeZone: 'UTC',
  currency: 'EUR',
};

/** Sites over records that the test decides on, with a clock that it sets. */
function setUp({ snapshot }: { snapshot?: Partial<Snapshot<SiteRecord>> } = {}) {
  const state = { now: 0, asked: 0, warnings: [] as string[], list: async () => [record('demo')] };
  const sites = new Sites(
    {
      all: () => {
        state.asked++;
        return state.list();
      },
      attach: () => undefined,
    },
    { load: async () => undefined, save: async () => undefined, ...snapshot },
    (_level, message) => state.warnings.push(message),
    () => state.now,
  );
  return { sites, state };
}
const down = () => Promise.reject(new LeadlineError('store_down', 'down'));

describe('Sites', () => {
  it('asks once for many requests, and again when what it knows is old', async () => {
    const { sites, state } = setUp();
    await Promise.all([sites.get('demo'), sites.get('demo')]);
    await sites.get('demo');
    expect(state.asked).toBe(1);
    state.now += 16_000;
    await sites.get('demo');
    expect(state.asked).toBe(2);
  });

  it('does not let a request wait for a site it knows', async () => {
    const { sites, state } = setUp();
    await sites.get('demo');
    state.now += 16_000;
    state.list = () => new Promise(() => undefined);
    expect(await sites.get('demo')).toMatchObject({ id: 'demo', origins: ['self'] });
  });

  it('asks again for a site that it does not know, once a second at most', async () => {
    const { sites, state } = setUp();
    await expect(sites.get('new')).rejects.toMatchObject({ code: 'site_unknown' });
    state.list = async () => [record('demo'), record('new')];
    await expect(sites.get('new')).rejects.toMatchObject({ code: 'site_unknown' });
    state.now += 1_001;
    expect(await sites.get('new')).toMatchObject({ id: 'new' });
    expect(state.asked).toBe(2);
  });

  it('gives up a reading that never ends, and tells when none is under way', async () => {
    const { sites, state } = setUp();
    await sites.get('demo');
    state.now += 16_000;
    state.list = () => new Promise(() => undefined);
    sites.known('demo');
    state.list = async () => [record('demo'), record('new')];
    state.now += 36_000;
    expect(await sites.get('new')).toMatchObject({ id: 'new' });
    await sites.settled();
    expect(state.asked).toBe(3);
  });

  it('does not know what is not there, and leaves out what cannot be read', async () => {
    const { sites, state } = setUp();
    state.list = async () => [record('demo'), record('old', { name: '' })];
    await expect(sites.get('old')).rejects.toMatchObject({ code: 'site_unknown', status: 404 });
    await expect(sites.get('__proto__')).rejects.toMatchObject({ code: 'site_unknown' });
    expect(await sites.get('demo')).toMatchObject({ name: 'Demo' });
  });

  it('goes on with what it knows while ClickHouse is away, and asks it once a second', async () => {
    const { sites, state } = setUp();
    await sites.get('demo');
    state.list = down;
    state.now += 16_000;
    for (let times = 0; times < 50; times++) expect(await sites.get('demo')).toMatchObject({ id: 'demo' });
    expect(state.asked).toBe(2);
    state.now += 1_001;
    await sites.get('demo');
    expect(state.asked).toBe(3);
  });

  it('starts with the sites of an earlier start while ClickHouse is away', async () => {
    const { sites, state } = setUp({ snapshot: { load: async () => [kept] } });
    state.list = down;
    expect(await sites.get('kept')).toBe(kept);
    state.list = async () => [record('demo')];
    state.now += 1_001;
    expect(await sites.get('demo')).toMatchObject({ id: 'demo' });
    await expect(sites.get('kept')).rejects.toMatchObject({ code: 'site_unknown' });
  });

  it('says so where nothing is known at all', async () => {
    const { sites, state } = setUp();
    state.list = down;
    await expect(sites.refresh()).rejects.toMatchObject({ code: 'store_down' });
  });

  it('sees a change although a reading is under way that began before it', async () => {
    const { sites, state } = setUp();
    const answers: ((records: ReturnType<typeof record>[]) => void)[] = [];
    state.list = () => new Promise((resolve) => answers.push(resolve));
    const earlier = sites.refresh();
    const later = sites.refreshChanged();
    answers[0]?.([record('demo')]);
    await earlier;
    await Promise.resolve();
    answers[1]?.([record('demo'), record('new')]);
    await later;
    expect(await sites.get('new')).toMatchObject({ id: 'new' });
  });

  it('answers although the snapshot cannot be written', async () => {
    const { sites, state } = setUp({ snapshot: { save: () => Promise.reject(new Error('disk full')) } });
    expect(await sites.get('demo')).toMatchObject({ id: 'demo' });
    expect(state.warnings).toEqual(['sites not kept']);
  });
});
