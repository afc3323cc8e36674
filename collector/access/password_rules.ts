import type { ErrorDetail } from '../../schemas/rules.js';
import { invalid } from '../records/check.js';
import { type About, isGuessable, PASSWORD_MIN } from './guessable.js';

/** Long enough for any sentence; what is longer only costs. */
export const PASSWORD_MAX = 1_000;

/**
 * A password that somebody chooses, by the rules of NIST SP 800-63B (5.1.1.2): long enough and not easily guessed, of any
 * characters, each code point counted as one, none of them demanded. A right password to sign in with is none of its
 * business.
 *
 * @returns the password as it is to be hashed
 * @throws LeadlineError `entity_invalid` with details of the path `password`
 */
export function readPassword(password: unknown, about: About): string {
  if (password === undefined || password === null) refuse('password is missing.', { rule: 'missing' });
  if (typeof password !== 'string') refuse('password must be text.', { rule: 'type', limit: 'string' });
  const text = isTooLong(password) ? '' : normalisePassword(password);
  if (isTooLong(password) || isTooLong(text))
    refuse(`password must have ${PASSWORD_MAX} characters at most.`, {
      rule: 'too_long',
      limit: PASSWORD_MAX,
    });
  if ([...text].length < PASSWORD_MIN)
    refuse(`password must have ${PASSWORD_MIN} characters or more.`, {
      rule: 'too_short',
      limit: PASSWORD_MIN,
    });
  if (isGuessable(text, about))
    refuse(
      'password must be on no list of common passwords, no sequence, and not made of the e-mail or name.',
      {
        rule: 'format',
        limit: 'uncommon_password',
      },
    );
  return text;
}

/** Keyboards differ in how they spell what looks the same: é is one character on one, two on another. */
export const normalisePassword = (password: string) => password.normalize('NFKC');

/** In code points, of which each is two units at most. */
export const isTooLong = (password: string): boolean =>
  password.length > 2 * PASSWORD_MAX || [...password].length > PASSWORD_MAX;

function refuse(message: string, detail: Omit<ErrorDetail, 'path'>): never {
  throw invalid(message, [{ path: 'password', ...detail }]);
}
