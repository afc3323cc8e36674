import type { Kind } from '../../schemas/entities/kind.js';

/**
 * Text as it is compared: without case and accents, the same in every locale. Here and not in SQL, where
 * `lowerUTF8('İSTANBUL')` keeps a dot that nobody types.
 *
 * @example fold('Café IŞIK') // 'cafe isik'
 */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i');

/** What `?search=` looks in: the id and the fields that the kind names. */
export function searchTextOf(
  { search }: Pick<Kind, 'search'>,
  id: string,
  data: Record<string, unknown>,
): string {
  const values = search.flatMap((field) => data[field] ?? []);
  return fold([id, ...values.map(String)].join('\n'));
}

/** The words that a record must have, all of them, in any order. */
export const wordsOf = (search: string): string[] => [...new Set(fold(search).split(/\s+/).filter(Boolean))];
