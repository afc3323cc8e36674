import type { SiteAttribute } from '../../schemas/entities/attributes.js';
import { ATTRIBUTE_MAX, type PersonAttribute } from '../../schemas/person_attributes.js';
import { plain } from '../identity/plain.js';
import { countryOf, languageOf } from './names_of_codes.js';

const AGE_MAX = 120;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, ATTRIBUTE_MAX);

/** Plain words alone: one letter means another thing in each language ("M": male, mujer). */
const GENDERS = new Map(
  [
    ['female', 'f female woman mujer femenino femenina kadin bayan'],
    ['male', 'male man hombre masculino varon erkek bay'],
  ].flatMap(([gender = '', words = '']) => words.split(' ').map((word) => [word, gender] as const)),
);

/**
 * How an attribute that every site has is kept; empty where the value is none. One that is kept is kept as it is.
 *
 * @param now milliseconds: nobody is born later
 */
export function standardValue(name: PersonAttribute, text: string, now: number): string {
  switch (name) {
    case 'country':
      return countryOf(text);
    case 'language':
      return languageOf(text);
    case 'birthYear':
      return birthYearOf(text, new Date(now).getUTCFullYear());
    case 'gender':
      return GENDERS.get(plain(text)) ?? oneLine(text);
    default:
      return oneLine(text);
  }
}

/** The one year of a date that somebody alive can be born in. */
function birthYearOf(text: string, thisYear: number): string {
  const [year = '', ...others] = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const isOne = others.length === 0 && Number(year) <= thisYear && Number(year) >= thisYear - AGE_MAX;
  return isOne ? year : '';
}

/** How one of the site's own attributes is kept, by its type; empty where the value is none of it. */
export function ownValue({ type, options = [] }: SiteAttribute, text: string): string {
  switch (type) {
    case 'text':
      return text.trim().slice(0, ATTRIBUTE_MAX);
    case 'number':
      return numberOf(text.replace(/\s/g, ''));
    case 'date':
      return dateOf(text.trim());
    case 'boolean':
      return YES.test(text.trim()) ? 'true' : NO.test(text.trim()) ? 'false' : '';
    case 'choice':
      return options.find((option) => plain(option) === plain(text) && isAlike(option, text)) ?? '';
  }
}

/** Options may differ in signs alone: "+" and "-", "1-10" and "110". */
const isAlike = (option: string, text: string) =>
  option.replace(/[\p{L}\s]/gu, '') === text.replace(/[\p{L}\s]/gu, '');

const YES = /^(?:true|1|yes|y|on|s[ií]|evet|doğru)$/iu;
const NO = /^(?:false|0|no|n|off|hay[ıi]r|yanlış)$/iu;

/** As JSON writes it. "1,234" may be a thousand or one: it is neither. */
function numberOf(text: string): string {
  const plainly = text
    // Whichever comes last is the decimal separator; one that comes again is none.
    .replace(/^([+-]?\d{1,3}(?:\.\d{3})+),(\d+)$/, (_, whole, rest) => `${whole.replace(/\./g, '')}.${rest}`)
    .replace(/^([+-]?\d{1,3}(?:,\d{3})+)\.(\d+)$/, (_, whole, rest) => `${whole.replace(/,/g, '')}.${rest}`)
    .replace(/^[+-]?\d{1,3}(?:\.\d{3}){2,}$/, (whole) => whole.replace(/\./g, ''))
    .replace(/^[+-]?\d{1,3}(?:,\d{3}){2,}$/, (whole) => whole.replace(/,/g, ''))
    .replace(/^([+-]?\d+),(\d{1,2}|\d{4,})$/, '$1.$2');
  return /^[+-]?\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,2})?$/i.test(plainly) ? String(Number(plainly)) : '';
}

/** A day as ISO 8601 has it. With dots the day comes first everywhere; with slashes only where it cannot be the month. */
function dateOf(text: string): string {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, one = '', sign, other = '', year = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  const [first, second] = [Number(one), Number(other)];
  if (sign === '.' || first > 12 || first === second) return dayOf(Number(year), second, first);
  return second > 12 ? dayOf(Number(year), first, second) : '';
}

function dayOf(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? date.toISOString().slice(0, 10) : '';
}
