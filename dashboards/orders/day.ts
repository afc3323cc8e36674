import { localMoment } from '../components/local_moment.js';
import { dayKey } from '../i18n/format.js';

/** A day of the site as the moment of an event: now where it is today, else its noon. */
export function momentOn(day: string, timeZone: string): number {
  const now = Date.now();
  if (day === dayKey(now, timeZone)) return now;
  return Math.min(localMoment(`${day}T12:00`, timeZone) ?? now, now);
}
