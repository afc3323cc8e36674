import type { Kind, Reference } from '../../schemas/entities/kind.js';

/** A record that another one names, and where. */
interface Named extends Reference {
  field: string;
  /** Where in the record: `products.2`. */
  path: string;
  id: string;
}

/** What a record refers to. */
export function referencesOf(
  { references }: Pick<Kind, 'references'>,
  data: Record<string, unknown>,
): Named[] {
  return Object.entries(references).flatMap(([field, reference]) => {
    const value = data[field];
    if (typeof value === 'string') return [{ ...reference, field, path: field, id: value }];
    if (!Array.isArray(value)) return [];
    return value.flatMap((id, at) =>
      typeof id === 'string' ? [{ ...reference, field, path: `${field}.${at}`, id }] : [],
    );
  });
}
