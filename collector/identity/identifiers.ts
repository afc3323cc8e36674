import { createHmac } from 'node:crypto';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isNoCustomer, isTypedAway } from './junk.js';

/** Zero-width characters, marks of direction, soft hyphens, byte order marks: copied along, and seen by nobody. */
const withoutInvisible = (text: string) => text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '');

/** An address as people have one; quoted local parts and bare hosts are left to mail servers. */
export function isEmail(text: string): boolean {
  const seen = withoutInvisible(text);
  return seen.length <= 254 && /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\.]{2,}$/.test(seen);
}

/**
 * Lower case by rules that no locale changes. The Turkish İ and ı are an i here: `toLowerCase` leaves a combining dot
 * behind the one, Turkish rules make the other out of an I, and the same person would be two.
 */
export function normaliseEmail(text: string): string {
  const email = withoutInvisible(text.normalize('NFKC'))
    .trim()
    .replace(/[İı]/g, 'i')
    .toLowerCase()
    .replace(/i\u0307/g, 'i');
  return isEmail(email) ? email : '';
}

/** Digits of a number with its country's code: E.164 has no more, and hardly a place fewer. */
const DIGITS_MIN = 7;
const DIGITS_MAX = 15;

/**
 * E.164 where the country is known, by the number itself, by the site, or, where it is none of the site's, by where its
 * visitor is. Else its digits alone.
 *
 * @returns empty where it cannot be anybody's number
 */
export function normalisePhone(text: string, country = '', visitorCountry = ''): string {
  if (!/\p{Nd}/u.test(text)) return '';
  // "0034 …" is "+34 …" anywhere that two zeros are no country's own beginning; where they are, its country tells.
  const isInternational = /^\s*(?:\+|00[1-9])/.test(text);
  const isNational = !isInternational && isSupportedCountry(country);
  const countries = isSupportedCountry(country) ? [country, visitorCountry] : [undefined];
  for (const one of countries) {
    const written = one ? text : text.replace(/^\s*00/, '+');
    const phone = parsePhoneNumberFromString(written, one as CountryCode | undefined);
    if (phone?.isPossible()) return isTypedAway(phone.nationalNumber) ? '' : ifLongEnough(phone.number);
  }
  const [first = '', ...others] = text.split(/[/,;|]|\s(?:or|o|y|and|ve(?:ya)?)\s/i);
  if (others.length > 0) return normalisePhone(first, country, visitorCountry);
  if (isInternational || isNational) return '';
  const digits = text.replace(/\D/g, '');
  return digits.length <= DIGITS_MAX && !isTypedAway(digits) ? ifLongEnough(digits) : '';
}

const ifLongEnough = (number: string) => (number.replace(/\D/g, '').length >= DIGITS_MIN ? number : '');

/** @returns empty where it is nobody's (`junk.ts`) */
export function normaliseCustomer(text: string): string {
  const customer = text.trim();
  return isNoCustomer(customer) ? '' : customer;
}

export type IdentifierKind = 'email' | 'phone' | 'customer';

/**
 * The id of the person with this identifier: the same on every collector that shares the instance's secret, without
 * asking anyone, and nothing that could be guessed back into an address without the secret.
 */
export function personId(secret: string, site: string, kind: IdentifierKind, value: string): string {
  const digest = createHmac('sha256', secret).update(`${site}\0${kind}\0${value}`).digest('base64url');
  return `p_${digest.slice(0, 22)}`;
}
