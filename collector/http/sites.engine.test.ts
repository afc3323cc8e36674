import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Installation } from '../../schemas/installation.js';
import { errorCode, OWN, SHOP, startApp, type TestApp } from './testing.js';
import { userOf } from './testing_users.js';

/** What waits for ClickHouse is there in a moment; a busy machine takes longer. */
const STORED = { timeout: 20_000, interval: 50 };

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const page = (id: string, event: object) => ({
  site: 'shop',
  visitor: 'v1',
  sent: Date.now(),
  events: [{ id, ts: Date.now(), ...event }],
});
const stored = (batch: object, headers = {}) => running.post(batch, headers, '?ack=stored');
const installation = async (site = 'shop') =>
  (await (await running.owner(`/v1/sites/${site}/installation`)).json()) as Installation;
const change = async (fields: object) => {
  const {
    id: _,
    version,
    ...site
  } = (await (await running.owner('/v1/entities/sites/shop')).json()) as {
    id: string;
    version: number;
  };
  return running.owner('/v1/entities/sites/shop', {
    method: 'PUT',
    body: JSON.stringify({ ...site, ...fields }),
    headers: { 'If-Match': `"${version}"` },
  });
};
const script = (name: string, headers: Record<string, string>) =>
  running.app.request(`${OWN}/${name}`, { headers });

describe('GET /v1/sites/<id>/installation', () => {
  it('tells nothing of a site that nothing came of', async () => {
    expect(await installation('demo')).toEqual({ script: [], refused: [], unknownKeys: [] });
  });

  it('tells the first and the last view and form, and where, without what an address may say of people', async () => {
    const at = Date.now();
    const view = (path: string, ts: number) => ({ type: 'page_view', url: `${SHOP}${path}`, ts });
    await stored(page('v1', view('/first?member=7#x', at - 5_000)));
    const before = await installation();
    expect(before).toMatchObject({ firstView: { url: `${SHOP}/first`, origin: SHOP } });
    expect(before.firstForm).toBeUndefined();
    await stored(page('v2', view('/second', at - 1_000)));
    const form = { id: 'contact', fields: { email: 'ada@people.example' } };
    await stored(page('f1', { type: 'form_submit', url: `${SHOP}/contact`, form }));
    const after = await installation();
    expect(after.firstView).toEqual(before.firstView);
    expect(after.lastView).toMatchObject({ url: `${SHOP}/second`, origin: SHOP });
    expect(after.lastForm).toEqual(after.firstForm);
    expect(after.lastForm).toMatchObject({ url: `${SHOP}/contact` });
    expect(JSON.stringify(after)).not.toContain('ada@');
  });

  it('tells which pages of its own fetched the script', async () => {
    await script('leadline.js', { Referer: `${SHOP}/cart?x=1` });
    await script('leadline.0123456789ab.js', { Origin: 'https://blog.shop.example', Referer: `${SHOP}/` });
    await script('leadline.js', { Referer: 'https://stranger.example/' });
    await script('leadline.js', {});
    await script('leadline.9999999999ab.js', { Origin: 'https://gone.shop.example' });
    await script('leadline.more.1a2b3c4d5e6f.js', { Referer: 'https://part.shop.example/' });
    const origins = (await installation()).script.map(({ origin }) => origin);
    expect(origins).toEqual(['https://blog.shop.example', SHOP]);
    expect((await installation('demo')).script).toEqual([]);
  });

  it('tells what was refused, by reason and origin', async () => {
    const Origin = 'https://staging.shop.test';
    const refused = await running.post(page('r1', { type: 'page_view' }), { Origin });
    expect(await errorCode(refused)).toBe('403 origin_not_allowed');
    await vi.waitFor(
      async () =>
        expect((await installation()).refused).toMatchObject([
          { reason: 'origin_not_allowed', origin: Origin, count: 1, visitors: 1 },
        ]),
      STORED,
    );
  });

  it('tells of a wrong key to the site whose pages send it, or whose key it nearly is', async () => {
    const send = (site: string, Origin: string) =>
      running.post({ ...page('k1', { type: 'page_view' }), site }, { Origin });
    expect(await errorCode(await send('shpo', 'https://new.example'))).toBe('404 site_unknown');
    await send('store', SHOP);
    await send('another', 'https://new.example');
    const keysOf = async (site: string) =>
      (await installation(site)).unknownKeys.map(({ key, origin }) => [key, origin]);
    // Who has all sites sees what is like no key of theirs, too.
    expect(await keysOf('shop')).toEqual([
      ['store', SHOP],
      ['shpo', 'https://new.example'],
      ['another', 'https://new.example'],
    ]);
    expect(await keysOf('demo')).toEqual([['another', 'https://new.example']]);
    const ada = await userOf(running, 'Ann', [{ site: 'shop', roles: ['owner'], people: 'all' }]);
    const told = (await (await ada.ask('/v1/sites/shop/installation')).json()) as Installation;
    expect(told.unknownKeys.map(({ key, visitors }) => [key, visitors])).toEqual([
      ['store', 1],
      ['shpo', 1],
    ]);
  });

  it('takes no parameter', async () => {
    expect(await errorCode(await running.owner('/v1/sites/shop/installation?from=2026-01-01'))).toBe(
      '400 parameter_invalid',
    );
  });
});

describe('GET /v1/sites/<id>/identity', () => {
  interface Identity {
    secret: string;
    revision: number;
  }
  const identity = async (site = 'shop') =>
    (await (await running.owner(`/v1/sites/${site}/identity`)).json()) as Identity;
  it('is another secret once the revision is raised, and no earlier one comes back', async () => {
    const first = await identity();
    expect(first).toEqual({ secret: expect.stringMatching(/^[0-9a-f]{64}$/), revision: 1 });
    expect((await identity('demo')).secret).not.toBe(first.secret);
    expect((await change({ identityRevision: 2 })).status).toBe(200);
    const second = await identity();
    expect(second.revision).toBe(2);
    expect(second.secret).not.toBe(first.secret);
    for (const identityRevision of [1, undefined]) {
      const refused = await change({ identityRevision });
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({
        error: {
          code: 'entity_invalid',
          details: [{ path: 'identityRevision', rule: 'too_small', limit: 2 }],
        },
      });
    }
    expect(await identity()).toEqual(second);
  });

  it('stands in the audit with who looked or was refused, and without the secret', async () => {
    const ada = await userOf(running, 'Ada', [{ site: 'shop', roles: ['owner'], people: 'all' }]);
    const bob = await userOf(running, 'Bob', [{ site: 'shop', roles: ['marketer'], people: 'all' }]);
    const shown = await ada.ask('/v1/sites/shop/identity');
    expect(shown.headers.get('Cache-Control')).toBe('no-store');
    const { secret } = (await shown.json()) as Identity;
    expect(await errorCode(await bob.ask('/v1/sites/shop/identity'))).toBe('403 role_missing');
    await vi.waitFor(async () => {
      const answer = await running.owner('/v1/query/audit?site=shop&target=sites/identity');
      const text = await answer.text();
      const { rows } = JSON.parse(text) as { rows: { by: string; action: string }[] };
      expect(rows).toContainEqual(expect.objectContaining({ by: `user:${ada.id}`, action: 'viewed' }));
      expect(rows).toContainEqual(expect.objectContaining({ by: `user:${bob.id}`, action: 'refused' }));
      expect(text).not.toContain(secret);
    }, STORED);
  });
});

describe('whether claims join', () => {
  const people = async () => {
    const response = await running.owner('/v1/query/leads?site=shop&search=half-2');
    return ((await response.json()) as { rows: object[] }).rows.length;
  };
  async function set(joinsClaims: boolean) {
    expect((await change({ joinsClaims })).status).toBe(200);
    await running.runJobs();
  }

  it('is obeyed for who is there, once the site says otherwise', async () => {
    const customer = 'half-2';
    const both = { customer, email: 'two@halves.example' };
    for (const [at, who] of [{ customer }, both].entries())
      await stored({ ...page(`i${at}`, { type: 'identify', ...who }), visitor: `half-${at}` });
    expect(await people()).toBe(1);
    await set(false);
    expect(await people()).toBe(2);
    await set(true);
    expect(await people()).toBe(1);
  });
});
