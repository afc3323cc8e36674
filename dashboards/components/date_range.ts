/** Days of a site, as `2026-11-20`. They are calendar days: no clock change makes one longer, no zone moves one. */
export interface Range {
  /** The first and the last, both of them in it. */
  from: string;
  to: string;
}

export const presets = [
  'today',
  'yesterday',
  'days7',
  'days30',
  'days90',
  'month',
  'lastMonth',
  'year',
] as const;

export type Preset = (typeof presets)[number];

/** What a range is compared with, as reports take it. */
export const comparisons = ['', 'previous', 'year'] as const;

export type Comparison = (typeof comparisons)[number];

const DAY_MS = 86_400_000;

const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Read as UTC, where every day has 24 hours. */
export const addDays = (day: string, days: number): string => toDay(Date.parse(day) + days * DAY_MS);

export const daysIn = ({ from, to }: Range): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** The same day of another month, its last one where it has fewer days. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

const monthOf = (day: string): Range => {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
};

export function rangeOf(preset: Preset, today: string): Range {
  const lastDays = (days: number) => ({ from: addDays(today, 1 - days), to: today });
  switch (preset) {
    case 'today':
      return lastDays(1);
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'days7':
      return lastDays(7);
    case 'days30':
      return lastDays(30);
    case 'days90':
      return lastDays(90);
    case 'month':
      return { from: monthOf(today).from, to: today };
    case 'lastMonth':
      return monthOf(addMonths(today, -1));
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/** What a range is called today, if it has a name. */
export const presetOf = (range: Range, today: string): Preset | undefined =>
  presets.find((preset) => isSameRange(rangeOf(preset, today), range));

const isSameRange = (a: Range, b: Range) => a.from === b.from && a.to === b.to;

/**
 * The days that a range is compared with. Of whole months these are as many whole months before, though they may have
 * other numbers of days; else as many days before.
 */
export function comparedWith(range: Range, comparison: Comparison): Range | undefined {
  const { from, to } = range;
  switch (comparison) {
    case '':
      return undefined;
    case 'year':
      return { from: addMonths(from, -12), to: addMonths(to, -12) };
    case 'previous': {
      const before = addDays(from, -1);
      if (from !== monthOf(from).from || to !== monthOf(to).to)
        return { from: addDays(from, -daysIn(range)), to: before };
      const months =
        (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
        Number(to.slice(5, 7)) -
        Number(from.slice(5, 7)) +
        1;
      return { from: addMonths(from, -months), to: before };
    }
  }
}

export const isDay = (text: string | null): text is string =>
  text !== null &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  toDay(Date.parse(text)) === text;

/** The range that an address names; the usual one where it names none that there is. */
export function rangeIn(search: URLSearchParams, today: string, usual: Preset): Range {
  const [from, to] = [search.get('from'), search.get('to')];
  if (!isDay(from) || !isDay(to)) return rangeOf(usual, today);
  return from <= to ? { from, to } : { from: to, to: from };
}

export const comparisonIn = (search: URLSearchParams): Comparison =>
  comparisons.find((one) => one === search.get('compare')) ?? '';
