import { isCommon } from './common_passwords.js';

/** As many characters as a password must have: what is left beside known words counts as a password from here on. */
export const PASSWORD_MIN = 10;

/** Whose password it is: what everybody who wants in may know. */
export interface About {
  email: string;
  name: string;
}

/**
 * Whether one who guesses would try it early: NIST SP 800-63B (5.1.1.2) names passwords of leaks, repetitive and
 * sequential ones, and words of the context, such as the name of the service and of the user.
 */
export function isGuessable(password: string, about: About): boolean {
  const text = fold(password);
  return (
    isRepeated(text) ||
    isMonotonous(text) ||
    isCommon(text) ||
    isPadded(text) ||
    isMadeOf(text, wordsOf(about))
  );
}

/** Lower case without accents, as the list of common passwords is; the dotless ı is what Turkish keyboards have for an i. */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i');

/** `abc1abc1abc1` is no longer a password than `abc1`, so what is repeated has to be one itself. */
function isRepeated(text: string): boolean {
  const characters = [...text];
  for (let period = 1; period < PASSWORD_MIN && period * 2 <= characters.length; period++)
    if (characters.every((character, at) => at < period || character === characters[at - period]))
      return true;
  return false;
}

/** `111222333444` has less; of ten random letters one in 11,000 does, of ten random digits one in 56. */
const DISTINCT_MIN = 5;
/** `1234567890` and `abcde12345` have less, ten that are in no order have ten. */
const VARIETY_MIN = 6;

const isMonotonous = (text: string) => new Set(text).size < DISTINCT_MIN || varietyOf(text) < VARIETY_MIN;

/**
 * A row of the keyboard (the Spanish and the Turkish one without accents) goes on as a sequence, both ways; digits and the
 * alphabet do by their code points.
 */
const ROWS = ['qwertyuiopgu', 'asdfghjkln', 'asdfghjklsi', 'zxcvbnm', '1234567890'];
const ROW_STEPS = new Set(
  ROWS.flatMap((row) => [...row].slice(1).flatMap((key, at) => [`${row[at]}${key}1`, `${key}${row[at]}-1`])),
);

/** How many characters there are, where a run, of one repeated or in sequence, counts as the two that say how it goes on. */
function varietyOf(text: string): number {
  const characters = [...text];
  let variety = 0;
  let run = new Set<number>();
  for (const [at, character] of characters.entries()) {
    const steps = stepsBetween(characters[at - 1], character);
    const shared = new Set([...steps].filter((step) => run.has(step)));
    if (shared.size === 0) variety++;
    run = shared.size > 0 ? shared : steps;
  }
  return variety;
}

/** In which ways one follows the other: 0 as the same, 1 and -1 as its neighbour. */
function stepsBetween(before: string | undefined, after: string): Set<number> {
  const steps = new Set<number>();
  if (before === undefined) return steps;
  const distance = (after.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  if (Math.abs(distance) <= 1) steps.add(distance);
  for (const step of [1, -1]) if (ROW_STEPS.has(before + after + step)) steps.add(step);
  return steps;
}

/** A year and a sign, say, around a common password. */
const PADDING_MAX = 6;

/** What stands for a letter in the middle of a word: `p@ssw0rd`. */
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

function isPadded(text: string): boolean {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (text.length - core.length > PADDING_MAX) return false;
  return isCommon(core) || isCommon(core.replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? sign));
}

/** What the site and its user are called; `leadline`, as every installation of it is. */
function wordsOf({ email, name }: About): string[] {
  const texts = [...fold(`${email} ${name} leadline`).split(/[^\p{L}\p{N}]+/u)];
  const words = texts.flatMap((text) => [text, ...text.split(/\P{L}+/u)]);
  // One letter of a name would be found in anything.
  return [...new Set(words)].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
}

/** Nothing but known words, and fewer digits and signs than would be a password by themselves. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '');
  if (rest === text || /\p{L}/u.test(rest)) return false;
  return [...rest].length < PASSWORD_MIN || isRepeated(rest) || isMonotonous(rest);
}
