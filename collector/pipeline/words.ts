import { memo } from '../memo.js';
import { type Meaning, OTHERS, rules, SUBJECT } from './vocabulary.js';

/** Longer labels are sentences, and may speak of anybody. */
const LABEL_MAX = 60;

/** "billingFirst_Name2" and "Adınız" to plain lower-case words: "billing first name 2", "adiniz". */
export const fold = (text: string): string => (text.length <= MEMO_MAX ? folded(text) : foldAnew(text));

/** A site's forms have the same names and labels again and again. */
const folded = memo(2_000, foldAnew);
const MEMO_MAX = 100;

function foldAnew(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L}{3})/gu, '$1 $2')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether a field asks for somebody else than who fills in the form. */
export const isOthers = (text: string) => text.length <= LABEL_MAX && OTHERS.test(fold(text));

/**
 * What the words of a name or label say; undefined where they say nothing.
 *
 * @param fits whether the value can be what the words say: "E-mail or phone" may be either
 */
export function meaningOfWords(text: string, fits: (meaning: Meaning) => boolean): Meaning | undefined {
  if (isPhoneMask(text)) return fits('phone') ? 'phone' : undefined;
  const folded = fold(text);
  const isSubject = SUBJECT.test(folded);
  const rule = rules.find(
    ([meaning, pattern]) => pattern.test(folded) && !(meaning === 'message' && isSubject) && fits(meaning),
  );
  return rule?.[0];
}

/** A placeholder that shows how to write a number: "+90 (___) ___ __ __", "555-555-5555". A date has eight digits. */
function isPhoneMask(text: string): boolean {
  const digits = text.match(/[\d_#xX]/g)?.length ?? 0;
  return /^[\d\s()+_#xX-]+$/.test(text) && /[\s()+-]/.test(text) && digits >= 9 && digits <= 13;
}
