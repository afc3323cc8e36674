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
