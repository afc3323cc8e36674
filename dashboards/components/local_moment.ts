/** Moments as `datetime-local` has them: `2026-11-20T14:30`, by a zone's clock. */

/** Of a moment, in milliseconds. */
export const localText = (ms: number, timeZone: string): string =>
  // Swedes write it so.
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', calendar: 'gregory', timeZone })
    .format(ms)
    .replace(' ', 'T');

/** @returns undefined for what is no such text; of an hour that the clock skips the one after it */
export function localMoment(text: string, timeZone: string): number | undefined {
  const wanted = Date.parse(`${text}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(wanted)) return undefined;
  const offsetAt = (ms: number) =>
    Date.parse(`${localText(ms, timeZone)}Z`) - Math.floor(ms / 60_000) * 60_000;
  const near = wanted - offsetAt(wanted);
  return wanted - offsetAt(near);
}
