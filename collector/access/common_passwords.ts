// zxcvbn's list, of passwords that leaked. Its module of code would unpack all of it at each start; so the list is taken
// alone, and the build leaves out what nobody could choose.
import leaked from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' };
import { keptPasswords } from './common_passwords_kept.mjs';

let known: ReadonlySet<string> | undefined;

/** Whether it is on a list of common passwords. @param password in lower case */
export function isCommon(password: string): boolean {
  known ??= new Set(keptPasswords(leaked));
  return known.has(password);
}
