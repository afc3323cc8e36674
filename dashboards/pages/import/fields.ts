import { importFields } from '../../../schemas/imports.js';
import type { Option } from '../../components/filter_kinds.js';
import type { KnownAttribute } from '../../people/attributes.js';
import type { Texts } from './texts.en.js';

/** All that a column can be, in the reader's words. */
export const fieldOptions = (attributes: readonly KnownAttribute[], m: Texts): Option[] => [
  ...importFields.map((field): Option => [field, m.fields[field]]),
  ...attributes.map(({ name, title }): Option => [name, title]),
];

/** What a field is called; one that there is no more by its own name. */
export const fieldName = (options: readonly Option[], field: string): string =>
  options.find(([name]) => name === field)?.[1] ?? field;

/** What is wrong with a mapping, in words; nothing where it will do. */
export function flawOf(
  mapping: readonly string[],
  matchBy: string,
  options: readonly Option[],
  m: Texts,
): string | undefined {
  const twice = mapping.find((field, at) => field !== '' && mapping.indexOf(field) !== at);
  if (twice !== undefined) return m.twice(fieldName(options, twice));
  return mapping.includes(matchBy) ? undefined : m.matchMissing(fieldName(options, matchBy));
}
