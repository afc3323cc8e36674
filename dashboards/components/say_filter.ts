import type { Format } from '../i18n/format.js';
import type { Rich } from '../i18n/messages.js';
import type { Filter, Operator } from './filter_address.js';
import type { FilterKind } from './filter_kinds.js';

/** How the operators of a language are said: of a title and what is compared. */
export interface FilterWords {
  /** By what a column holds where it matters. */
  is: (title: Rich, values: Rich) => Rich;
  isNot: (title: Rich, values: Rich) => Rich;
  contains: (title: Rich, values: Rich) => Rich;
  from: (title: Rich, value: Rich) => Rich;
  to: (title: Rich, value: Rich) => Rich;
  since: (title: Rich, day: Rich) => Rich;
  until: (title: Rich, day: Rich) => Rich;
  nobody: string;
  daysAgo: (days: number) => string;
  nothing: string;
}

/** Which operators a kind of column has, in the order offered. */
export const operatorsOf: Record<FilterKind['kind'], readonly Operator[]> = {
  choice: ['=', '!='],
  person: ['=', '!='],
  text: ['~=', '=', '!='],
  number: ['>=', '<=', '=', '!='],
  // A moment is hardly ever that of another.
  date: ['>=', '<='],
};

/** A value in the reader's words; one that these do not know is shown as it is. */
export function sayValue(
  value: string,
  kind: FilterKind | undefined,
  m: FilterWords,
  format: Format,
): string {
  if (value === '') return kind?.kind === 'person' ? m.nobody : m.nothing;
  if (kind && 'options' in kind) return kind.options.find(([one]) => one === value)?.[1] ?? value;
  if (kind?.kind === 'date') {
    const days = daysAgo(value);
    return days === '' ? sayDay(value, format) : m.daysAgo(Number(days));
  }
  if (kind?.kind === 'number' && !kind.isYear && Number.isFinite(Number(value)))
    return format.number(Number(value));
  return value;
}

/** Of a moment that moves along, `-30d`: how many days before now it is. */
export const daysAgo = (value: string) => /^-(\d{1,4})d$/.exec(value)?.[1] ?? '';

function sayDay(value: string, format: Format): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  return isDay ? format.shortDay(value) : value;
}

/** A filter as a sentence, such as "Status is not Disqualified". */
export function sayFilter(
  { operator }: Filter,
  { title, kind, values, m }: { title: Rich; kind: FilterKind | undefined; values: Rich; m: FilterWords },
): Rich {
  const isDate = kind?.kind === 'date';
  switch (operator) {
    case '=':
      return m.is(title, values);
    case '!=':
      return m.isNot(title, values);
    case '~=':
      return m.contains(title, values);
    case '>=':
      return isDate ? m.since(title, values) : m.from(title, values);
    case '<=':
      return isDate ? m.until(title, values) : m.to(title, values);
  }
}
