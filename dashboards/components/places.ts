import type { Format } from '../i18n/format.js';
import type { Option } from './filter_kinds.js';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PAIRS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
/** Codes that stand for no country of its own. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** Countries by their ISO 3166 codes, in the order of their names. */
export const countries = ({ countryName }: Format): Option[] =>
  sorted(
    PAIRS.filter((code) => !NO_COUNTRY.has(code) && new Intl.Locale(`und-${code}`).region === code).map(
      (code): Option => [code, countryName(code)],
    ),
  );

/** Languages by their ISO 639 codes of two letters, in the order of their names. */
export const languages = ({ languageName }: Format): Option[] =>
  sorted(
    PAIRS.map((code) => code.toLowerCase())
      .filter((code) => new Intl.Locale(code).language === code)
      .map((code): Option => [code, languageName(code)]),
  );

/** Without those that have no name. */
const sorted = (options: Option[]) =>
  options
    .filter(([code, name]) => name && name !== code)
    .sort(([, one], [, other]) => one.localeCompare(other));
