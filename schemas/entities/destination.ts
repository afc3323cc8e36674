import * as v from 'valibot';
import { format } from '../rules.js';

/** An address that is longer than this does not survive every mail program. */
const LENGTH_MAX = 2_048;

/** Words of an address by which somebody takes back that they want mail. */
const UNSUBSCRIBE =
  /(^|[^a-z])(unsub|unsubscribe|opt[-_]?out|abmelden|austragen|desinscri\w*|desuscri\w*|(dar(se|me)?[-_]?(de[-_]?)?)baja|cancelar[-_]?suscripci\w*|abonelikten[-_]?(cik|ayril)\w*)([^a-z]|$)/i;

const pageOf = (address: string): URL | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(address) ? url : undefined;
};

/** Whether it is where one unsubscribes: that has to work whatever becomes of us, and a click on it is no interest. */
export const isUnsubscribe = (address: string): boolean => {
  const { pathname = '', search = '' } = pageOf(address) ?? {};
  return UNSUBSCRIBE.test(`${pathname}${search}`);
};

/** Whether the text of a link says so; its address may say nothing. */
export const saysUnsubscribe = (text: string): boolean =>
  UNSUBSCRIBE.test(
    text
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .replaceAll('ı', 'i')
      .trim()
      .replace(/\s+/g, '-'),
  );

/** Where a tracked link leads: a page. Nobody's name and password, and nothing that a browser would run. */
export const destination = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(LENGTH_MAX),
  // As it goes out: in ASCII.
  format(
    'long_address',
    v.check(
      (address: string) => (pageOf(address)?.href.length ?? 0) <= LENGTH_MAX,
      `must have at most ${LENGTH_MAX} characters as browsers write it, where ş takes six`,
    ),
  ),
  format(
    'web_address',
    v.check(
      (address: string) => pageOf(address) !== undefined,
      'must be an address such as https://www.example.com/offer',
    ),
  ),
  format(
    'no_password',
    v.check(
      (address: string) => !pageOf(address)?.username && !pageOf(address)?.password,
      'must have no name and password in it',
    ),
  ),
  format(
    'no_unsubscribe',
    v.check(
      (address: string) => !isUnsubscribe(address),
      'must not be where one unsubscribes: leave that link as it is',
    ),
  ),
);
