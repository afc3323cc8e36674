import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeadlineError } from '../errors.js';
import { readPassword } from './password_rules.js';

const ana = { email: 'ana.garcia2024@acme-shop.es', name: 'Ana García Müller' };
const nobody = { email: '', name: '' };

function detailsOf(password: unknown, about = ana): unknown {
  try {
    readPassword(password, about);
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: 'entity_invalid' });
    return error instanceof LeadlineError ? error.details : undefined;
  }
}

const tooShort = [{ path: 'password', rule: 'too_short', limit: 10 }];
const tooLong = [{ path: 'password', rule: 'too_long', limit: 1_000 }];
const guessable = [{ path: 'password', rule: 'format', limit: 'uncommon_password' }];

describe('a new password', () => {
  it.each([undefined, null])('must be there: %s', (password) => {
    expect(detailsOf(password)).toEqual([{ path: 'password', rule: 'missing' }]);
  });

  it.each([1_234_567_890, ['kX93.fmwq2'], {}, true])('must be text: %j', (password) => {
    expect(detailsOf(password)).toEqual([{ path: 'password', rule: 'type', limit: 'string' }]);
  });

  it('is counted in characters as people see them, after they are spelled one way', () => {
    expect(detailsOf('kX93.fmwq')).toEqual(tooShort);
    expect(detailsOf('')).toEqual(tooShort);
    // Nine code points in 18 units; ten that are nine when the accent is joined to its letter.
    expect(detailsOf('🐙🦀🐚🐬🦈🐳🐡🦞🦐')).toEqual(tooShort);
    expect(detailsOf('kX93.fmwe\u0301')).toEqual(tooShort);
    expect(detailsOf('🐙🦀🐚🐬🦈🐳🐡🦞🦐🦑')).toBeUndefined();
    const long = Array.from({ length: 500 }, (_, at) => `🐙${at % 7}`).join('');
    expect(detailsOf(long)).toBeUndefined();
    expect(detailsOf(`${long}x`)).toEqual(tooLong);
    // One character that is eighteen when it is spelled out, and one that is none of its own.
    expect(detailsOf('ﷺ'.repeat(60))).toEqual(tooLong);
    expect(detailsOf(`${long}\u0301`)).toEqual(tooLong);
  });

  it('is spelled one way, whatever keyboard it comes from', () => {
    expect(readPassword('cafe\u0301 con leche', ana)).toBe('café con leche');
    expect(readPassword('ｋＸ９３．ｆｍｗｑ２', ana)).toBe('kX93.fmwq2');
  });

  it.each([
    'qwertyuiop',
    '1q2w3e4r5t',
    '4815162342',
    'Basketball',
    'GALATASARAY',
    'galatasaray1905',
    'Password2026!',
    'P@ssw0rd2026',
    '2026!monkey',
  ])('is on no list of common ones, padded or not: %s', (password) => {
    expect(detailsOf(password)).toEqual(guessable);
  });

  it.each([
    'zzzzzzzzzz',
    'ḿḿḿḿḿḿḿḿḿḿ',
    'abcdefghijklm',
    'mlkjihgfedcba',
    '3456789012345',
    'poiuytrewqpoi',
    'asdfghjklñ',
    'ABCDE98765',
    '111222333444',
    'xK9$pxK9$p',
    'xK9$pxK9$pxK9',
    'абвгдежзийк',
  ])('is no character, piece or sequence again and again: %s', (password) => {
    expect(detailsOf(password, nobody)).toEqual(guessable);
  });

  it.each([
    'ana.garcia2024@acme-shop.es',
    'Ana.Garcia2024!',
    'anagarcia1',
    'ana8462957',
    'Ana García Müller',
    'muller-garcia-77',
    'ANAGARCÍA1984',
    'acme-shop-es-1',
    'ana1234567890987654321',
    'leadline2026',
    'LeadlineLeadline',
    '99leadline99',
  ])('is more than what the site and its user are called: %s', (password) => {
    expect(detailsOf(password)).toEqual(guessable);
  });

  it.each([
    'correct horse battery staple',
    'kX93.fmwq2',
    'anagram-77x',
    'ana and the tall ships',
    'ana84629571038462957103',
    'leadline is my last hope',
    'monkeys of 1234567',
    '8462957103',
    'çok güzel bir gün',
    '王小明喜歡在雨中散步',
  ])('may be any other: %s', (password) => {
    expect(detailsOf(password)).toBeUndefined();
  });

  it('may have the letters of a name in it, where they are no words', () => {
    expect(detailsOf('x-8462957j', { email: '', name: 'J. X' })).toBeUndefined();
  });

  it('of random characters is always taken, and taken the same again', () => {
    const random = fc.array(fc.constantFrom(...'bcdfghjkmnpqrtvwxyz23456789'), {
      minLength: 14,
      maxLength: 40,
    });
    fc.assert(
      fc.property(random, (characters) => {
        fc.pre(new Set(characters).size >= 10);
        const password = readPassword(characters.join(''), nobody);
        expect(readPassword(password, nobody)).toBe(password);
      }),
    );
  });

  it('is never in what is said of it', () => {
    try {
      readPassword('Password2026!', ana);
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify([String(error), error])).not.toContain('Password2026!');
    }
  });
});

it('takes no longer than a moment for the longest', () => {
  const begun = performance.now();
  detailsOf('ab'.repeat(5_000_000));
  detailsOf('aB3'.repeat(333));
  expect(performance.now() - begun).toBeLessThan(10_000);
});
