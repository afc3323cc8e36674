/** By which rules a value can be refused. A page has words for each, in the reader's language. */
export const errorRules = [
  /** It has to be there. */
  'missing',
  /** There is no such field or parameter. */
  'unknown',
  /** It is of another type; `limit` names the right one. */
  'type',
  /** Fewer characters or entries than `limit`. */
  'too_short',
  /** More characters or entries than `limit`. */
  'too_long',
  /** Below `limit`. */
  'too_small',
  /** Above `limit`. */
  'too_large',
  /** None of those in `limit`. */
  'one_of',
  /** Not written as it should be; `limit` names the format, where it has a name. */
  'format',
  /** Names a record that is not there; `limit` names its kind. */
  'reference',
] as const;

export type ErrorRule = (typeof errorRules)[number];

/** What is wrong with one value: where it stands, and by which rule, so that a page can say it in the reader's language. */
export interface ErrorDetail {
  /** `lines.0.price`; empty for the whole. */
  path: string;
  rule: ErrorRule;
  limit?: number | string | readonly string[];
}

/** Formats that a page has words of its own for. */
export const formatNames = [
  'amount',
  'attribute',
  'country',
  'currency',
  'cursor',
  'domain',
  'email',
  'free_attribute',
  'long_address',
  'moment',
  'no_password',
  'no_unsubscribe',
  'not_tracked',
  'origin',
  'parameter',
  'site',
  'time_zone',
  'uncommon_password',
  'unique',
  'web_address',
] as const;

export type FormatName = (typeof formatNames)[number];

/** Formats that have a name of their own for {@link ErrorDetail}, beside what is said in English. */
const formats = new WeakMap<object, FormatName>();

/**
 * Gives a check of how a text is written its name.
 *
 * @example v.pipe(v.string(), format('country', v.regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as ES')))
 */
export function format<Check extends { requirement: object }>(name: FormatName, check: Check): Check {
  formats.set(check.requirement, name);
  return check;
}

/** The name of the format that an issue is about, if it has one. */
export const formatOf = (requirement: unknown): FormatName | undefined =>
  typeof requirement === 'object' || typeof requirement === 'function'
    ? formats.get(requirement as object)
    : undefined;
