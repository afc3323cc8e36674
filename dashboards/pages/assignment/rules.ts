import type { Rule } from '../../../schemas/entities/rules.js';
import { listAll } from '../../api.js';
import type { Stored } from '../../rules/records.js';

export type StoredRule = Stored<Rule> & {
  /** When it was switched on, in milliseconds. */
  since: number;
};

/** The rules of a site, in their order. */
export async function listRules(site: string, signal?: AbortSignal): Promise<StoredRule[]> {
  const all = await listAll<StoredRule>('rules', signal, site);
  return all.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** What is sent of one. */
export const fieldsOf = ({ name, position, filters, owners, isOn, isForPast }: Rule): Rule => ({
  ...{ name: name.trim(), position, filters, owners, isOn, isForPast },
});

/**
 * Those that stand elsewhere once one of them has moved, at their new places.
 *
 * @example movedTo([{ id: 'a', position: 1 }, { id: 'b', position: 2 }], 1, 0) // b at 1, a at 2
 */
export function movedTo<Placed extends { position: number }>(
  rules: readonly Placed[],
  from: number,
  to: number,
): Placed[] {
  const order = [...rules];
  order.splice(to, 0, ...order.splice(from, 1));
  return order
    .map((rule, index) => ({ ...rule, position: index + 1 }))
    .filter(({ position }, index) => position !== order[index]?.position);
}
