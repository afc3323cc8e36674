import type { ScoreRule } from '../../../schemas/entities/score_rules.js';
import { listAll } from '../../api.js';
import type { Stored } from '../../rules/records.js';

export type StoredRule = Stored<ScoreRule>;

/** The rules of a site: what is worth most comes first. */
export async function listRules(site: string, signal?: AbortSignal): Promise<StoredRule[]> {
  const all = await listAll<StoredRule>('scoreRules', signal, site);
  return all.sort((one, other) => other.points - one.points || one.name.localeCompare(other.name));
}

/** What is sent of one. */
export const fieldsOf = ({ name, points, filters }: ScoreRule): ScoreRule => ({
  ...{ name: name.trim(), points, filters },
});
