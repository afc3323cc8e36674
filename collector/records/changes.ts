import { LeadlineError } from '../errors.js';
import type { Behaviour } from './behaviour.js';
import type { Change, Watcher } from './change.js';
import { isExpected, versionConflict } from './conflict.js';
import type { Place, RecordVersion, Versions } from './versions.js';

/** How often a change of whatever stands there is tried on top of others. */
const TRIES_MAX = 20;
/** Longest wait before the second of them. */
const WAIT_MS = 40;

/** What a version is to be, from what stands there and from the newest one, which may be a deletion. */
export type Next = (
  stands: RecordVersion | undefined,
  newest: RecordVersion | undefined,
) => Pick<RecordVersion, 'data' | 'hidden' | 'sites' | 'deleted'>;

/** What changes stand on. */
interface Surroundings {
  versions: Versions;
  behaviourOf(place: Place): Behaviour | undefined;
  /** Whether another record of the kind has this in a field. */
  hasOther(place: Place, field: string, value: string): Promise<boolean>;
  /** Is told of every version that was appended, before it is answered. */
  watcher(): Watcher | undefined;
}

/** Appends versions: each follows the newest, which has to be what the change expects. */
export class Changes {
  constructor(private readonly around: Surroundings) {}

  /** @throws LeadlineError see `Records.put` */
  async make(place: Place, change: Change, next: Next): Promise<RecordVersion> {
    const { versions } = this.around;
    const { expected } = change;
    for (let tries = 1; ; tries++) {
      const newest = await versions.newest(place);
      const stands = standing(place, newest, change);
      if (!isExpected(expected, stands)) throw versionConflict(stands);
      const version = next(stands, newest);
      await this.#requireTogether(place, version, stands);
      const record = await this.#append(place, newest, version, stands, change);
      if (record) {
        await this.#requireStill(place, record, stands, change);
        return record;
      }
      if (expected !== 'any') throw versionConflict(standing(place, await versions.newest(place), change));
      // A change of whatever stands there follows the one that was faster; many at once come apart by waiting.
      if (tries === TRIES_MAX)
        throw new LeadlineError('busy', 'Many change this record at once: try again in a moment.');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * WAIT_MS * tries));
    }
  }

  /** @returns undefined where somebody else was faster */
  async #append(
    place: Place,
    newest: Pick<RecordVersion, 'version'> | undefined,
    next: ReturnType<Next>,
    before: RecordVersion | undefined,
    change: Change,
  ): Promise<RecordVersion | undefined> {
    const version = { ...next, version: (newest?.version ?? 0) + 1, at: Date.now(), by: change.by };
    if (!(await this.around.versions.append(place, version))) return undefined;
    const record = { ...version, id: place.id };
    await this.around.watcher()?.changed(place, before, record, change);
    await this.around.behaviourOf(place)?.changed?.(record, change, before, place);
    return record;
  }

  /** What two did at once may not stand together: whoever sees that takes theirs back. */
  async #requireStill(
    place: Place,
    record: RecordVersion,
    before: RecordVersion | undefined,
    change: Change,
  ): Promise<void> {
    try {
      await this.#requireTogether(place, record, before);
    } catch (error) {
      // Where nobody can tell, it stands.
      if (!(error instanceof LeadlineError && error.isRetryable))
        await this.#append(place, record, before ?? deletionOf(record), record, change);
      throw error;
    }
  }

  async #requireTogether(
    place: Place,
    next: Pick<RecordVersion, 'data' | 'deleted'>,
    before: RecordVersion | undefined,
  ): Promise<void> {
    const { kind } = place;
    await this.around.behaviourOf(place)?.requireTogether?.(place, next, before);
    if (next.deleted) return;
    for (const [field, code] of Object.entries(kind.unique))
      if (await this.around.hasOther(place, field, String(next.data[field])))
        throw new LeadlineError(code, `There is another record among ${kind.kind} with this ${field}.`);
  }
}

/** What stands there for whoever changes it: what they may not see is as what is not there, and no place for theirs. */
function standing(
  place: Place,
  newest: RecordVersion | undefined,
  { sees, mayName = true }: Change,
): RecordVersion | undefined {
  const isSeen = newest && (sees?.(newest) ?? true);
  const stands = isSeen && !newest.deleted ? newest : undefined;
  if ((newest && !isSeen) || (!stands && !mayName)) throw unknown(place, undefined);
  return stands;
}

export const deletionOf = ({ sites }: Pick<RecordVersion, 'sites'>): ReturnType<Next> => ({
  data: {},
  hidden: {},
  sites,
  deleted: true,
});

export function unknown(
  { kind: { kind, scope }, site, id }: Place,
  newest: RecordVersion | undefined,
): LeadlineError {
  const history = `/v1/entities/${kind}/${id}/history${scope === 'site' ? `?site=${site}` : ''}`;
  return new LeadlineError(
    'entity_unknown',
    newest
      ? `The record "${id}" among ${kind} was deleted: what it was is at ${history}.`
      : `There is no record "${id}" among ${kind}.`,
  );
}
