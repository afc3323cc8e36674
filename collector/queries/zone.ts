/** Offsets of the world change on quarters of an hour. */
const QUARTER_MS = 900_000;
const CACHE_MAX = 10_000;

/**
 * Writes moments as ISO 8601 by a zone's clock, with its offset then: `2026-10-14T14:00:00.000+02:00`.
 *
 * @param timeZone IANA name
 */
export function isoInZone(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsets = new Map<number, string>();
  const offsetAt = (ms: number): string => {
    const quarter = Math.floor(ms / QUARTER_MS);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      const name =
        format.formatToParts(quarter * QUARTER_MS).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      offset = /[+-]\d\d:\d\d/.exec(name)?.[0] ?? '+00:00';
      if (offsets.size >= CACHE_MAX) offsets.clear();
      offsets.set(quarter, offset);
    }
    return offset;
  };
  return (ms) => {
    const offset = offsetAt(ms);
    const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
    const shift = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1);
    return new Date(ms + shift).toISOString().slice(0, -1) + offset;
  };
}

const DAY_MS = 86_400_000;
/** Whose end is in a year that is written another way. */
const LAST_DAY = Date.UTC(9999, 11, 31);

/**
 * The first and the last millisecond of a day by a zone's clock, which may have 23 or 25 hours.
 *
 * @param day YYYY-MM-DD
 * @returns undefined for a day that there is not
 */
export function dayInZone(day: string, timeZone: string): { start: number; end: number } | undefined {
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utc) || utc >= LAST_DAY || new Date(utc).toISOString().slice(0, 10) !== day)
    return undefined;
  const iso = isoInZone(timeZone);
  // A zone is at most a day off; what its clock shows at a moment tells how far.
  const midnight = (wanted: number) => {
    const offsetAt = (ms: number) => Date.parse(`${iso(ms).slice(0, 23)}Z`) - ms;
    const near = wanted - offsetAt(wanted);
    return wanted - offsetAt(near);
  };
  return { start: midnight(utc), end: midnight(utc + DAY_MS) - 1 };
}
