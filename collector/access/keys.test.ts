import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keys as kind } from '../../schemas/entities/keys.js';
import { LeadlineError } from '../errors.js';
import type { Behaviour } from '../records/behaviour.js';
import type { Snapshot } from '../records/live_records.js';
import type { Listed } from '../records/records.js';
import type { RecordVersion } from '../records/versions.js';
import { isApiKey, type KeyRecord, Keys } from './keys.js';

const down = () => Promise.reject(new LeadlineError('store_down', 'down'));
const shop = { name: 'Shop', scopes: ['events:write'] };

/** Keys over records in memory, with a clock that the test sets. */
function setUp(snapshot: Partial<Snapshot<KeyRecord>> = {}) {
  const records = new Map<string, Listed>();
  const behaviour: Behaviour = {};
  const state = { now: 0, list: async () => [...records.values()], saved: [] as KeyRecord[][] };
  const keys = new Keys(
    {
      all: () => state.list(),
      attach: (_kind, own) => void Object.assign(behaviour, own),
    },
    {
      load: async () => undefined,
      save: async (items) => {
        state.saved.push(items);
      },
      ...snapshot,
    },
    () => undefined,
    () => state.now,
  );
  const make = async (id: string, input: object = shop) => {
    const before = records.get(id);
    const made = before ? undefined : behaviour.beforeCreate?.(id, {}, { by: 'owner' });
    const hidden = made?.hidden ?? before?.hidden ?? {};
    records.set(id, { id, version: 1, at: 0, by: 'owner', data: { ...input }, hidden, sites: [] });
    const record = { ...records.get(id) } as RecordVersion;
    await behaviour.changed?.(record, { by: 'owner' }, undefined, { kind, site: '', id });
    return String(made?.once?.key ?? '');
  };
  return { keys, state, records, make };
}

describe('Keys', () => {
  it('knows a key by its secret alone, whatever is in its id', async () => {
    const { keys, make } = setUp();
    for (const id of ['a', 'a_b', 'll_a', 'A.b-c_', 'x'.repeat(64)]) {
      const key = await make(id);
      expect(key).toMatch(/^ll_[\w.-]+_[\w-]{43}$/);
      expect(isApiKey(key)).toBe(true);
      expect(await keys.callerOf(key)).toEqual({
        by: `key:${id}`,
        keyId: id,
        access: [{ site: '*', grants: ['events:write'], people: 'all' }],
        owners: [],
      });
    }
  });

  it('knows no other', async () => {
    const { keys, make } = setUp();
    const [a, b] = [await make('a'), await make('b')];
    const last = a.at(-1) === 'A' ? 'E' : 'A';
    for (const wrong of [
      `${a.slice(0, -1)}${last}`,
      a.slice(0, -1),
      `${a}A`,
      `ll_a_${b.slice(-43)}`,
      `ll_a_${'A'.repeat(43)}`,
      `ll_nobody_${'A'.repeat(43)}`,
      `ll___proto___${'A'.repeat(43)}`,
      'll_',
      '',
    ])
      expect(await keys.callerOf(wrong)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), async (text) => {
        expect(await keys.callerOf(text)).toBeUndefined();
      }),
    );
  });

  it('stores a digest, never the secret', async () => {
    const { records, state, make } = setUp();
    const key = await make('a');
    const kept = JSON.stringify([[...records.values()], state.saved]);
    expect(kept).toContain('"digest"');
    expect(kept).not.toContain(key.slice(-43));
  });

  it('keeps the secret when a key is changed, and tells it no more', async () => {
    const { keys, make } = setUp();
    const key = await make('a');
    expect(await make('a', { ...shop, scopes: ['queries:read'] })).toBe('');
    expect(await keys.callerOf(key)).toMatchObject({ access: [{ grants: ['queries:read'] }] });
  });

  it('forgets a revoked key at the next look, and after a long pause before the next answer', async () => {
    const { keys, state, records, make } = setUp();
    const key = await make('a');
    records.delete('a');
    state.now += 5_001;
    await keys.callerOf(key);
    expect(await keys.callerOf(key)).toBeUndefined();

    const other = await make('b');
    records.delete('b');
    state.now += 3_600_000;
    expect(await keys.callerOf(other)).toBeUndefined();
  });

  it('goes on with the keys it knows while ClickHouse is away, or hangs', async () => {
    const { keys, state, make } = setUp();
    const key = await make('a');
    state.now += 3_600_000;
    state.list = down;
    expect(await keys.callerOf(key)).toMatchObject({ keyId: 'a' });
    state.now += 3_600_000;
    state.list = () => new Promise(() => undefined);
    expect(await keys.callerOf(key)).toMatchObject({ keyId: 'a' });
    const before = performance.now();
    for (let times = 0; times < 20; times++) await keys.callerOf(key);
    // One request has waited for the reading that hangs; the others do not.
    expect(performance.now() - before).toBeLessThan(400);
  });

  it('starts with the keys of an earlier start, and calls none wrong where it knows nothing', async () => {
    const first = setUp();
    const key = await first.make('a');
    const later = setUp({ load: async () => first.state.saved.at(-1) });
    later.state.list = down;
    expect(await later.keys.callerOf(key)).toMatchObject({ keyId: 'a' });

    const nothing = setUp();
    nothing.state.list = down;
    await expect(nothing.keys.callerOf(key)).rejects.toMatchObject({ code: 'store_down', status: 503 });
  });

  it('saves what has changed alone', async () => {
    const { keys, state, make } = setUp();
    await make('a');
    for (let times = 0; times < 5; times++) await keys.refreshChanged();
    expect(state.saved).toHaveLength(1);
  });
});
