import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsChanged, keptValues } from './audit_values.js';

describe('values of the audit log', () => {
  it('have no secrets, at any depth', () => {
    const before = {
      password: 'x',
      currentPassword: 'x',
      PASSWORD_HASH: 'x',
      passphrase: 'x',
      secret: 'x',
      clientSecret: 'x',
      digest: 'x',
      tokenDigest: 'x',
      token: { value: 'x' },
      'csrf-token': 'x',
      credentials: ['x'],
      key: 'x',
      apiKey: 'x',
      api_key: 'x',
      apikey: 'x',
      keys: ['x'],
      hash: 'x',
      name: 'kept',
      list: [{ key: 'x', deep: { secret: 'x', kept: 1 } }],
    };
    expect(keptValues({ target: 'users', values: { before, asked: { token: 'x' } } })).toEqual({
      before: { name: 'kept', list: [{ deep: { kept: 1 } }] },
    });
  });

  it('keep what only sounds like one', () => {
    const after = { keywords: 'a', hashtag: 'b', monkey: 'c', turkey: 'd', url: 'https://shop.test/' };
    expect(keptValues({ target: 'products', values: { after } })).toEqual({ after });
  });

  it('have no link of an invitation', () => {
    const after = { email: 'ada@example.com', url: 'https://x', inviteLink: 'https://x' };
    for (const target of ['invitations', 'invitation'])
      expect(keptValues({ target, values: { after } })).toEqual({ after: { email: 'ada@example.com' } });
  });

  it('of a field are cut beyond 64 KiB, in whole characters, and say so', () => {
    const short = 'x'.repeat(65_536);
    const long = `x${'🙂'.repeat(20_000)}`;
    const list = Array.from({ length: 20_000 }, (_, n) => n);
    const kept = keptValues({ target: 'users', values: { after: { short, long, list } } });
    const after = kept?.after as { short: string; long: string; list: string };
    expect(after.short).toBe(short);
    expect(after.long).toBe(`x${'🙂'.repeat(16_383)}… (cut: 80001 bytes)`);
    expect(after.list.slice(0, 65_536)).toBe(JSON.stringify(list).slice(0, 65_536));
    expect(after.list).toMatch(/… \(cut: \d+ bytes\)$/);
  });

  it('are none where nothing is left', () => {
    expect(keptValues({ target: 'users' })).toBeUndefined();
    expect(keptValues({ target: 'users', values: { before: {}, after: { password: 'x' } } })).toBeUndefined();
  });
});

describe('fieldsChanged', () => {
  it('names the fields in which two versions differ', () => {
    const before = { a: 1, b: [1, 2], c: { d: 1, e: 2 }, gone: 1 };
    const after = { a: 1, b: [2, 1], c: { e: 2, d: 1 }, come: undefined, new: null };
    expect(fieldsChanged(before, after)).toEqual(['b', 'gone', 'new']);
    expect(fieldsChanged()).toEqual([]);
  });

  it('names none of what is the same, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        expect(fieldsChanged(fields, structuredClone(fields))).toEqual([]);
      }),
    );
  });
});
