import type { QueryRow } from '../../schemas/api.js';

export type Said = QueryRow<'said'>;

/** Whether nobody who is trusted has said a value of an attribute: anybody could have. */
export function isClaimed(said: readonly Said[], attribute: string, value: string): boolean {
  const same = said.filter((one) => one.attribute === attribute && one.value === value);
  return same.length > 0 && same.every(({ is_word }) => !is_word);
}
