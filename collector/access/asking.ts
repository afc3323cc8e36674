import type { Kind } from '../../schemas/entities/kind.js';
import { LeadlineError } from '../errors.js';
import type { Asker, Change } from '../records/change.js';
import type { RecordVersion } from '../records/versions.js';
import { type Caller, isWithin, requireAt, requireGrant, sitesWith } from './caller.js';

export type Verb = 'read' | 'write' | 'create' | 'delete';

/** What somebody may see and do of a kind of records. */
export interface Asking {
  asker: Asker;
  change: Change;
  /** Of a kind of the instance: the sites that a list keeps to; undefined for all. */
  within: readonly string[] | undefined;
  /** A filter of the list, for whoever sees their own records alone. */
  ownOnly: Readonly<Record<string, string>>;
}

/**
 * What a caller may do of a kind, as it declares.
 *
 * @param site that is asked for
 * @throws LeadlineError `site_unknown`, `role_missing`, `scope_missing`
 */
export function askingFor(
  caller: Caller,
  kind: Kind,
  verb: Verb,
  site: string | undefined,
  isList: boolean,
): Asking {
  const declared = kind.access[verb];
  const within = sitesWith(caller, declared);
  const own = ownOf(caller, kind, verb);
  const isByOwn = own !== undefined && within !== undefined && (!isList || own.isListed);
  if (!isByOwn) {
    if (site === undefined) requireGrant(caller, declared);
    else requireAt(caller, declared, site);
  }
  const sees = (record: Pick<RecordVersion, 'id' | 'sites' | 'data'>) =>
    (within?.length !== 0 && isWithin(within, kind, record)) || (own?.is(record) ?? false);
  const { by, sessionId, address, country } = caller;
  const asker = {
    by,
    ...(sessionId !== undefined && { sessionId }),
    ...(address !== undefined && { address }),
    ...(country !== undefined && { country }),
    sees,
  };
  const allow: Change['allow'] = (record) => {
    if (isWithin(within, kind, record)) return;
    throw new LeadlineError(
      'role_missing',
      'This would reach beyond your sites: leave out those that are not yours.',
    );
  };
  return {
    asker,
    change: { ...asker, allow, mayName: kind.scope === 'site' || within === undefined },
    within: kind.scope === 'instance' && !isByOwn ? within : undefined,
    ownOnly: isByOwn && isList ? { [own.field]: caller.userId ?? '' } : {},
  };
}

/** What a user may do with what is about themselves, whatever their role. */
function ownOf({ userId }: Caller, { access: { own }, references }: Kind, verb: Verb) {
  if (!own || userId === undefined || !(own.may as readonly Verb[]).includes(verb)) return undefined;
  const { field } = own;
  return {
    field,
    isListed: Object.hasOwn(references, field),
    is: ({ id, data }: Pick<RecordVersion, 'id' | 'data'>) => (field === 'id' ? id : data[field]) === userId,
  };
}
