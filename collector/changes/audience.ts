import type { Kind } from '../../schemas/entities/kind.js';
import { entityKinds } from '../../schemas/entities.js';
import { type Caller, isLetIn } from '../access/caller.js';
import { queryNames, queryOf, tablesOf } from '../queries/run.js';

/** What a message says: named queries whose answers may be others now, and kinds of records. */
export interface Told {
  queries: string[];
  kinds: string[];
}

/**
 * What is told to those who may do the same at a site: what they may ask and read there, and never what has changed in it.
 * Whoever sees their own people alone learns that something happened, and not to whom.
 */
export interface Audience {
  /** Alike for whoever is told alike. */
  key: string;
  /** @returns undefined where nothing of it is theirs */
  told(changed: ReadonlySet<string>): Told | undefined;
}

const reads = new Map(queryNames.map((name) => [name, tablesOf(name)]));

/** All tables that an answer depends on. */
export const tablesThatMatter: ReadonlySet<string> = new Set([...reads.values()].flat()).add(
  'record_versions',
);

export function audienceOf(caller: Caller, site: string): Audience {
  const queries = queryNames.filter((name) => isLetIn(caller, queryOf(name).access, site));
  const kinds = Object.values<Kind>(entityKinds)
    .filter((kind) => mayRead(caller, kind, site))
    .map(({ kind }) => kind);
  return {
    key: `${queries} ${kinds}`,
    told(changed) {
      const told = {
        queries: queries.filter((name) => reads.get(name)?.some((table) => changed.has(table))),
        kinds: kinds.filter((kind) => changed.has(kind)),
      };
      return told.queries.length + told.kinds.length > 0 ? told : undefined;
    },
  };
}

const mayRead = (caller: Caller, { access: { read, own } }: Kind, site: string) =>
  isLetIn(caller, read, site) || (caller.userId !== undefined && own?.may.includes('read') === true);
