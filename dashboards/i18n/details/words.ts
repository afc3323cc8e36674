import type { ErrorRule, FormatName } from '../../../schemas/rules.js';

/** What a rule that was broken is called, before the field's name: `limit` is a number or names, as the reader writes them. */
export type DetailWords = {
  rules: Record<Exclude<ErrorRule, 'format'>, (field: string, limit: string) => string>;
  /** By the name of the format; `other` where it has none. */
  formats: Record<FormatName | 'other', (field: string) => string>;
  /** What a type is called. */
  types: Record<string, string>;
};
