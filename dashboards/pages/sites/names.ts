import type { Option } from '../../components/filter_kinds.js';

const byText = (tag: string) => {
  const collator = new Intl.Collator(tag);
  return ([, one]: Option, [, other]: Option) => collator.compare(one, other);
};

/** Zones as people look for them: by the place, beside what it is ahead of UTC today. */
export function timeZones(tag: string, now = Date.now()): Option[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
    .map((zone): Option => [zone, `${zone.replaceAll('_', ' ')} (${offsetOf(zone, now)})`])
    .sort(byText(tag));
}

function offsetOf(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
}

/** What Unicode names beside countries: unions, pseudo regions. */
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Countries by their ISO 3166 codes. No list of them is to be had from a browser, but the name of each that it knows. */
export function countries(tag: string): Option[] {
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
  return (
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
      // Codes of countries that have another one today stand for that.
      .filter((code) => !NO_COUNTRIES.has(code) && new Intl.Locale(`und-${code}`).region === code)
      .flatMap((code): Option[] => {
        const name = names.of(code);
        return name === undefined ? [] : [[code, name]];
      })
      .sort(byText(tag))
  );
}
