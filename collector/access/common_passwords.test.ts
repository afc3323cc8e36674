import leaked from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { isCommon } from './common_passwords.js';
import { keptPasswords } from './common_passwords_kept.mjs';

it('knows the same passwords, whether the build has left out the rest or not', () => {
  const kept = keptPasswords(leaked);
  expect(keptPasswords(kept)).toEqual(kept);
  expect(leaked.filter(isCommon)).toEqual(kept);
});

it('knows every one that is long enough, and those that are padded to be', () => {
  const long = leaked.filter((password) => password.length >= 10);
  expect(long.length).toBeGreaterThan(1_500);
  for (const password of [...long, 'password', 'qwerty', 'barcelona', 'realmadrid'])
    expect(isCommon(password)).toBe(true);
});

// A Worker is loaded anew in many places, many times a day.
it('is small', () => {
  expect(keptPasswords(leaked).join(' ').length).toBeLessThan(60_000);
});

// The build writes them as one text, and they are compared with a password in lower case.
it('has neither spaces nor capitals in it', () => {
  expect(keptPasswords(leaked).filter((password) => / |[A-Z]/.test(password))).toEqual([]);
});
