/** A value as queries take it, and what it is called. */
export type Option = readonly [value: string, text: string];

/** How a column is filtered. */
export type FilterKind =
  | { kind: 'choice'; options: readonly Option[] }
  /** Users, by the value that the column holds; nobody can be chosen as well. */
  | { kind: 'person'; options: readonly Option[] }
  | { kind: 'text' }
  | { kind: 'number'; isYear?: boolean }
  /** Days of the site. */
  | { kind: 'date' };
