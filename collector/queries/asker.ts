import type { AnyQuery } from '../../schemas/define_query.js';
import type { Act, Audit } from '../access/audit.js';
import { type Caller, ownersSeen, sitesWith } from '../access/caller.js';

/** Who asks a query, as far as it matters to the rows. */
export interface Asker {
  /** Whose people they see: those of these owners; none for everybody's. Every statement about people is bound to them. */
  owners: readonly string[];
  /** The sites that they see what is of the instance by; none for all. */
  within: readonly string[];
  /** What they did, for the audit. */
  note(act: Pick<Act, 'action'> & Partial<Pick<Act, 'subject' | 'code' | 'values'>>): Promise<void>;
}

/** The collector itself, which sees everything and is nobody's business. */
export const nobody: Asker = { owners: [], within: [], note: async () => undefined };

export function askerOf(
  caller: Caller,
  name: string,
  { access }: AnyQuery,
  site: string,
  audit: Audit,
): Asker {
  const { by, sessionId, address, country } = caller;
  return {
    owners: ownersSeen(caller, access, site),
    within: sitesWith(caller, access) ?? [],
    note: (act) =>
      audit.note({
        by,
        site,
        target: name,
        ...(sessionId !== undefined && { sessionId }),
        ...(address !== undefined && { address }),
        ...(country !== undefined && { country }),
        ...act,
      }),
  };
}
