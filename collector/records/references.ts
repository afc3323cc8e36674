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
    return value.flatMap((entry, index) => {
      const { at, except } = reference;
      const id: unknown = at === undefined ? entry : Reflect.get(Object(entry), at);
      const path = `${field}.${index}${at === undefined ? '' : `.${at}`}`;
      if (typeof id !== 'string') return [];
      return [{ ...reference, field, path, id, ...(id === except && { mayDangle: true as const }) }];
    });
  });
}

/** By what a record is found without being searched for: what it refers to, and what no other has. */
export const lookedUpBy = (kind: Pick<Kind, 'references' | 'unique'>, data: Record<string, unknown>) => [
  ...referencesOf(kind, data).map(({ field, id }) => `${field} ${id}`),
  ...Object.keys(kind.unique).map((field) => `${field} ${data[field]}`),
];
