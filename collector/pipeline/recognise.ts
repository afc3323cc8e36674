import type { FieldHint } from '../../schemas/events/form_submit.js';
import { isEmail } from '../identity/identifiers.js';
import { consentOf } from './consents.js';
import { joinPhone } from './phone_parts.js';
import { briefly, CHOICE, type Sign, signOf } from './sign.js';
import type { Identity, Written } from './step.js';
import type { Meaning } from './vocabulary.js';
import { isOthers } from './words.js';

/**
 * Finds who filled in a form and what they say: by what each field is for, and for e-mail and phone last by the look of
 * the values.
 *
 * @example recognise(new Map([['your-email', ['ada@example.com']]]), {}) // { email: 'ada@example.com', … }
 */
export function recognise(
  fields: Map<string, string[]>,
  hints: Record<string, FieldHint>,
): Omit<Identity, 'customer'> & Pick<Written, 'message' | 'consents'> {
  const found = new Map<Meaning, Sign>();
  const answers: string[] = [];
  const unsigned: string[] = [];
  const consents = new Set<string>();
  for (const [name, values] of fields) {
    const consent = consentOf(name, values, hints[name] ?? {});
    if (consent) consents.add(consent);
    const hint = briefly(hints[name] ?? {});
    if (isOthers(name) || isOthers(hint.label ?? '')) continue;
    const texts = values.map((value) => value.trim()).filter(Boolean);
    const sign = signOf(name, hint, texts);
    if (sign && sign.strength > (found.get(sign.meaning)?.strength ?? 0)) found.set(sign.meaning, sign);
    if (CHOICE.test(hint.type ?? '')) continue;
    answers.push(texts[0] ?? '');
    if (!sign) unsigned.push(texts[0] ?? '');
  }
  const get = (meaning: Meaning) => found.get(meaning)?.value ?? '';
  const number = get('phone') || sole(unsigned, isInternational);
  return {
    email: get('email') || sole(answers, isEmail),
    phone: joinPhone({ dial: get('dial'), area: get('area'), number }),
    company: get('company'),
    name: joinName(get('name'), get('first'), get('last')),
    message: get('message'),
    consents: [...consents],
  };
}

/** First and last name are surer than a field just called "name", which is the first one in Spanish, the last in French. */
function joinName(name: string, first: string, last: string): string {
  if (first && last) return `${first} ${last}`;
  if (name && last && !name.endsWith(last)) return `${name} ${last}`;
  if (name && first && !name.includes(first)) return `${first} ${name}`;
  return name || first || last;
}

/** The one value that is such a thing as a whole, whatever its field is called. */
function sole(values: string[], is: (value: string) => boolean): string {
  const [one = '', ...others] = new Set(values.filter(is));
  return others.length === 0 ? one : '';
}

/** A number that can only be a phone's: with a country code before it (E.164 has 15 digits at most). */
function isInternational(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^(?:\+|00)[1-9][\d\s()./-]+$/.test(text) && digits >= 8 && digits <= 17;
}
