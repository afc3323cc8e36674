import { createHmac } from 'node:crypto';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** An address as people have one; quoted local parts and bare hosts are left to mail servers. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\.]{2,}$/.test(text);
}

/**
 * Lower case by rules that no locale changes. The Turkish İ and ı are an i here: `toLowerCase` leaves a combining dot
 * behind the one, Turkish rules make the other out of an I, and the same person would be two.
 */
export function normaliseEmail(text: string): string {
  const email = text
    .trim()
    .normalize('NFKC')
    .replace(/[İı]/g, 'i')
    .toLowerCase()
    .replace(/i\u0307/g, 'i');
  return isEmail(email) ? email : '';
}

/** E.164 where the number is a possible one (`country` helps to read national ones), else its digits alone. */
export function normalisePhone(text: string, country?: string): string {
  if (!text) return '';
  const parsed = parsePhoneNumberFromString(text, country as CountryCode | undefined);
  if (parsed?.isPossible()) return parsed.number;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 5 && digits.length <= 20 ? digits : '';
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
