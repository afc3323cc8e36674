import { currencyDigits } from '../../schemas/money.js';

const DAY_MS = 86_400_000;

/** How times, days, numbers and money are written for one reader and one site. */
export interface Format {
  time(ts: number): string;
  dateTime(ts: number): string;
  /** As it stands in a table. */
  shortDateTime(ts: number): string;
  /** A day key such as 2026-11-20 as "Friday, November 20, 2026"; the year only where it is not this one. */
  day(key: string, now: number): string;
  /** A day key as it stands in a sentence or below a chart: "20 Nov 2026". */
  shortDay(key: string): string;
  /** The same without its year: "20 Nov". */
  monthDay(key: string): string;
  /** Days from one to another: "1 – 30 Nov 2026". */
  dayRange(from: string, to: string): string;
  /** "now", "5 minutes ago", "yesterday": hours by the clock, days by the calendar of the site. */
  relative(ts: number, now: number): string;
  /** The same where there is little room: "5 min ago". */
  shortRelative(ts: number, now: number): string;
  /** Of what is to come: "in 4 minutes", "in 2 hours", "tomorrow"; "now" where it is due. */
  ahead(ts: number, now: number): string;
  number(value: number): string;
  /** With its sign: +20, −5. */
  signed(value: number): string;
  /** A share of a hundred. */
  percent(value: number): string;
  /** The same as a change, with its sign: "+12 %". */
  change(value: number): string;
  /** For how long, in the two largest units: "34 sec", "2 min 5 sec", "1 hr 10 min". */
  duration(ms: number): string;
  money(minor: number, currency: string): string;
  languageName(tag: string): string;
  /** Of an ISO 3166 code. */
  countryName(code: string): string;
}

// A list asks for the days of the same moments again at each minute; to tell one takes 0.2 ms.
const days = new Map<string, string>();
const DAYS_MAX = 2_000;

/** The day that a moment falls on in a zone, as YYYY-MM-DD. */
export function dayKey(ts: number, timeZone: string): string {
  // No zone has days that begin within a minute.
  const key = `${timeZone} ${Math.floor(ts / 60_000)}`;
  const known = days.get(key);
  if (known) return known;
  const parts = new Map(
    dayParts(timeZone)
      .formatToParts(ts)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  if (days.size >= DAYS_MAX) days.clear();
  days.set(key, day);
  return day;
}

// Making a formatter costs some 50 µs, using it 1 µs; a timeline asks for one day per event.
const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayParts(timeZone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(timeZone);
  if (!format) {
    const options = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      calendar: 'gregory',
      timeZone,
    } as const;
    format = new Intl.DateTimeFormat('en', options);
    dayFormats.set(timeZone, format);
  }
  return format;
}

/** Whole calendar days from one day key to another; free of zones and clock changes. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

const formats = new Map<string, Format>();

/** As {@link makeFormat}; made once for a reader and a zone, since a list asks for it in each of its cells. */
export function formatFor(tag: string, timeZone: string): Format {
  const key = `${tag} ${timeZone}`;
  const format = formats.get(key) ?? makeFormat(tag, timeZone);
  formats.set(key, format);
  return format;
}

export function makeFormat(tag: string, timeZone: string): Format {
  const time = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'long', timeZone });
  const shortDateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  // A key is a date without a zone: it is written in the zone in which Date reads it.
  const day = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  const dayOfYear = new Intl.DateTimeFormat(tag, day);
  const dayOfAnyYear = new Intl.DateTimeFormat(tag, { ...day, year: 'numeric' });
  const shortDay = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const monthDay = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const shortRelative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'narrow' });
  const number = new Intl.NumberFormat(tag);
  const signed = new Intl.NumberFormat(tag, { signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const change = new Intl.NumberFormat(tag, { style: 'percent', signDisplay: 'exceptZero' });
  const [hours, minutes, seconds] = (['hour', 'minute', 'second'] as const).map(
    (unit) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }),
  );

  return {
    time: (ts) => time.format(ts),
    dateTime: (ts) => dateTime.format(ts),
    shortDateTime: (ts) => shortDateTime.format(ts),
    day: (key, now) => {
      const format = dayKey(now, timeZone).slice(0, 4) === key.slice(0, 4) ? dayOfYear : dayOfAnyYear;
      return capitalised(format.format(Date.parse(key)), tag);
    },
    shortDay: (key) => shortDay.format(Date.parse(key)),
    monthDay: (key) => monthDay.format(Date.parse(key)),
    relative: (ts, now) => ago(relative, ts, now, timeZone),
    shortRelative: (ts, now) => ago(shortRelative, ts, now, timeZone),
    ahead: (ts, now) => ahead(relative, ts, now, timeZone),
    dayRange: (from, to) => shortDay.formatRange(Date.parse(from), Date.parse(to)),
    number: (value) => number.format(value),
    signed: (value) => signed.format(value),
    percent: (value) => percent.format(value / 100),
    change: (value) => change.format(value / 100),
    duration: (ms) => {
      const whole = Math.round(ms / 1_000);
      const parts: [number, Intl.NumberFormat | undefined][] = [
        [Math.floor(whole / 3_600), hours],
        [Math.floor(whole / 60) % 60, minutes],
        [whole % 60, seconds],
      ];
      const first = parts.findIndex(([count]) => count > 0);
      const told = parts.slice(first, first + 2).filter(([count]) => count > 0);
      return (first < 0 ? parts.slice(2) : told).map(([count, unit]) => unit?.format(count)).join(' ');
    },
    money: (minor, currency) => money(tag, minor, currency),
    languageName: (code) => nameOf(tag, 'language', code),
    countryName: (code) => nameOf(tag, 'region', code),
  };
}

function ago(format: Intl.RelativeTimeFormat, ts: number, now: number, timeZone: string): string {
  // Clocks differ: something that just happened may lie a moment ahead.
  const minutes = Math.floor(Math.max(0, now - ts) / 60_000);
  if (minutes < 1) return format.format(0, 'second');
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (minutes < 24 * 60) return format.format(-Math.floor(minutes / 60), 'hour');
  const days = daysBetween(dayKey(ts, timeZone), dayKey(now, timeZone));
  if (days < 14) return format.format(-days, 'day');
  if (days < 60) return format.format(-Math.floor(days / 7), 'week');
  if (days < 365) return format.format(-Math.floor(days / 30.44), 'month');
  return format.format(-Math.floor(days / 365.25) || -1, 'year');
}

/** Rounded up: what is said to come in a minute does. */
function ahead(format: Intl.RelativeTimeFormat, ts: number, now: number, timeZone: string): string {
  const minutes = Math.ceil((ts - now) / 60_000);
  if (minutes < 1) return format.format(0, 'second');
  if (minutes < 60) return format.format(minutes, 'minute');
  if (minutes < 24 * 60) return format.format(Math.ceil(minutes / 60), 'hour');
  return format.format(daysBetween(dayKey(now, timeZone), dayKey(ts, timeZone)), 'day');
}

/** Spanish and Turkish write days in lower case; as a heading they begin with a capital (Turkish i becomes İ). */
const capitalised = (text: string, tag: string) => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1);

function money(tag: string, minor: number, currency: string): string {
  try {
    return new Intl.NumberFormat(tag, { style: 'currency', currency }).format(
      minor / 10 ** currencyDigits(currency),
    );
  } catch {
    return `${new Intl.NumberFormat(tag).format(minor / 100)} ${currency}`.trim();
  }
}

function nameOf(tag: string, type: 'language' | 'region', code: string): string {
  try {
    return capitalised(new Intl.DisplayNames(tag, { type }).of(code) ?? code, tag);
  } catch {
    return code;
  }
}
