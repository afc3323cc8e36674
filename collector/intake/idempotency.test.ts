import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../schemas/batch.js';
import { idempotencyKey, withIds } from './idempotency.js';

const read = (header: string) => idempotencyKey(header);

describe('idempotencyKey', () => {
  it.each([
    ['order-1001', 'order-1001'],
    ['"order-1001"', 'order-1001'],
    ['8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['"a \\"b\\" \\\\c"', 'a "b" \\c'],
    ['x'.repeat(255), 'x'.repeat(255)],
    ["order 'seven'", "order 'seven'"],
  ])('of %s is %s', (header, key) => expect(read(header)).toBe(key));

  it('is none without the header', () => expect(idempotencyKey(undefined)).toBeUndefined());

  it.each(['', '""', '"', '"open', 'x'.repeat(256), 'caf\u00e9', '"a\\b"'])('refuses %j', (header) =>
    expect(() => read(header)).toThrow(/1 to 255 printable/),
  );

  it('is the same plain and quoted', () => {
    const key = fc.stringMatching(/^[!#-[\]-~]{1,255}$/);
    fc.assert(
      fc.property(key, (text) => {
        expect(read(`"${text}"`)).toBe(read(text));
      }),
    );
  });
});

describe('withIds', () => {
  const batchOf = (events: unknown[], site = 'shop') => ({ site, context: {}, events }) as Batch;
  const idsOf = (events: unknown[]) => events.map((event) => (event as { id?: unknown } | null)?.id);

  it('gives the same request the same ids, and any other one others', () => {
    const events = [{ type: 'a' }, { type: 'b', id: null }];
    const first = idsOf(withIds(batchOf(events), 'k1'));
    expect(first).toEqual([expect.stringMatching(/^ik_[\w-]{22}$/), expect.stringMatching(/^ik_[\w-]{22}$/)]);
    expect(idsOf(withIds(batchOf(events), 'k1'))).toEqual(first);
    const others = [withIds(batchOf(events), 'k2'), withIds(batchOf(events, 'other'), 'k1')].flatMap(idsOf);
    expect(new Set([...first, ...others]).size).toBe(6);
  });

  it('keeps events of two types apart, though their senders chose the same key', () => {
    const events = [{ type: 'purchase' }, { type: 'contact_logged' }, { type: 7 }, {}];
    const ids = events.flatMap((event) => idsOf(withIds(batchOf([event]), '1001')));
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe(ids[3]);
  });

  it('leaves the ids that are there, and what is no event', () => {
    const events = [{ id: 'e1' }, { id: '' }, { id: 7 }, null, 'text', []];
    expect(withIds(batchOf(events), 'k1')).toEqual(events);
  });

  it('changes nothing of what it was given', () => {
    const batch = batchOf([{ type: 'a' }]);
    withIds(batch, 'k1');
    expect(batch.events).toEqual([{ type: 'a' }]);
  });
});
