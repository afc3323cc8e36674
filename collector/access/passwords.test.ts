import { scryptSync } from 'node:crypto';
import { stat } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHash } from './password_hash.js';
import { Passwords } from './passwords.js';

/** As good as the real one, but for how long it takes. */
const cheap = { ln: 4, r: 1, p: 1 };
/** Long enough to be measured, where many are. */
const slow = { ln: 13, r: 8, p: 3 };

describe('Passwords', () => {
  it('knows a password again, and no other', async () => {
    const passwords = new Passwords();
    const stored = await passwords.hash('correct horse');
    expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await passwords.isRight('correct horse', stored)).toBe(true);
    expect(await passwords.isRight('correct horsf', stored)).toBe(false);
  });

  it('stores what any other scrypt computes', async () => {
    const stored = await new Passwords().hash('correct horse');
    const [, , , salt = '', hash] = stored.split('$');
    const options = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
    const own = scryptSync('correct horse', Buffer.from(salt, 'base64'), 32, options);
    expect(own.toString('base64').replace('=', '')).toBe(hash);
  });

  it('stores no password twice the same', async () => {
    const passwords = new Passwords(cheap);
    expect(await passwords.hash('correct horse')).not.toBe(await passwords.hash('correct horse'));
  });

  it('knows any password again, and none with another character in it', async () => {
    const passwords = new Passwords(cheap);
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, async (password, other) => {
        const stored = await passwords.hash(password);
        expect(await passwords.isRight(password, stored)).toBe(true);
        expect(await passwords.isRight(other, stored)).toBe(
          other.normalize('NFKC') === password.normalize('NFKC'),
        );
      }),
    );
  });

  it('knows a password from another keyboard', async () => {
    const passwords = new Passwords(cheap);
    const stored = await passwords.hash('cafe\u0301 con leche');
    expect(await passwords.isRight('caf\u00e9 con leche', stored)).toBe(true);
  });

  it('knows passwords of a time when hashing cost less', async () => {
    const stored = await new Passwords({ ln: 14, r: 8, p: 1 }).hash('correct horse');
    const passwords = new Passwords();
    expect(await passwords.isRight('correct horse', stored)).toBe(true);
    expect(await passwords.isRight('wrong', stored)).toBe(false);
  });

  it('has the memory for what may be asked of it', async () => {
    const passwords = new Passwords({ ln: 17, r: 8, p: 1 });
    expect(await passwords.isRight('correct horse', await passwords.hash('correct horse'))).toBe(true);
  });

  it.each([
    '',
    '$scrypt$',
    '$2b$12$abcdefghijklmnopqrstuv',
    `$scrypt$ln=40,r=8,p=3$${'A'.repeat(22)}$${'A'.repeat(43)}`,
    `$scrypt$ln=15,r=0,p=3$${'A'.repeat(22)}$${'A'.repeat(43)}`,
    `$scrypt$ln=15,r=8,p=3$${'A'.repeat(22)}$`,
  ])('lets nobody in by what is no hash: %j', async (stored) => {
    const passwords = new Passwords(cheap);
    expect(readHash(stored)).toBeUndefined();
    expect(await passwords.isRight('', stored)).toBe(false);
  });

  it('lets nobody in with what is longer than any password', async () => {
    const passwords = new Passwords(cheap);
    const empty = await passwords.hash('');
    expect(await passwords.isRight('x'.repeat(1_001), empty)).toBe(false);
    expect(await passwords.isRight('', empty)).toBe(true);
  });

  // Which of the two it was would otherwise tell who has an account.
  it.each([
    ['an account that is not there', 'correct horse', undefined],
    ['a password that is too long', 'x'.repeat(2_000), 'theirs'],
  ])('works as long for %s', async (_, password, whose) => {
    const passwords = new Passwords(slow);
    const theirs = await passwords.hash('correct horse');
    const timeOf = async (work: () => Promise<boolean>) => {
      // The best of three: what else the machine does only ever takes longer.
      const times = [];
      for (let time = 0; time < 3; time++) {
        const begun = performance.now();
        expect(await work()).toBe(false);
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    const wrong = await timeOf(() => passwords.isRight('wrong', theirs));
    const other = await timeOf(() => passwords.isRight(password, whose && theirs));
    expect(other / wrong).toBeGreaterThan(0.25);
    expect(other / wrong).toBeLessThan(4);
  });
});

describe('many passwords at once', () => {
  it('are looked at one after the other, 20 wait, and more are asked to come later', async () => {
    const passwords = new Passwords(cheap);
    const all = await Promise.allSettled(Array.from({ length: 25 }, () => passwords.isRight('a', undefined)));
    expect(all.map(({ status }) => status)).toEqual([
      ...Array<string>(21).fill('fulfilled'),
      ...Array<string>(4).fill('rejected'),
    ]);
    expect(all.at(-1)).toMatchObject({
      reason: { code: 'busy', status: 503, headers: { 'Retry-After': '5' } },
    });
    // A crowd of strangers keeps out neither a browser that the account knows, nor who chooses a password.
    const order: string[] = [];
    const crowd = Array.from({ length: 21 }, () =>
      passwords.isRight('a', undefined).then(() => order.push('stranger')),
    );
    await Promise.all([
      passwords.isRight('a', undefined, true).then(() => order.push('known')),
      passwords.hash('a').then(() => order.push('new')),
    ]);
    await Promise.all(crowd);
    expect(order.slice(0, 3)).toEqual(['stranger', 'known', 'new']);
    // Those who were sent away hold nothing.
    expect(await Promise.all(Array.from({ length: 21 }, () => passwords.isRight('a', undefined)))).toContain(
      false,
    );
  });

  it('leave the machine’s files alone', async () => {
    const passwords = new Passwords(slow);
    let hashed = 0;
    const all = Array.from({ length: 21 }, async () => {
      await passwords.isRight('wrong', undefined);
      hashed++;
    });
    // While others still wait: with every thread hashing, each look at a file would wait for one of the four to be done.
    let looks = 0;
    for (; hashed < 15; looks++) await stat('package.json');
    await Promise.all(all);
    expect(looks / 15).toBeGreaterThan(5);
  });
});
