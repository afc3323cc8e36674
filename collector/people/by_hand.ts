import { nanoid } from 'nanoid';
import { person as personStatement } from '../../schemas/gen/queries/person.js';
import { LeadlineError } from '../errors.js';
import type { Queue } from '../queue/queue.js';
import { asRow } from '../store/row.js';
import type { Store } from '../store/store.js';
import { clickhouseTime } from '../store/time.js';
import type { People } from './people.js';

/** Who decides, and whose people they see: those of these owners, none for everybody's. */
export interface Decider {
  by: string;
  owners: readonly string[];
}

/** Joins and separates people by hand: for ever, until the other is decided. */
export class ByHand {
  constructor(
    private readonly store: Store,
    private readonly queue: Pick<Queue, 'store'>,
    private readonly people: People,
  ) {}

  /**
   * Both are one person from now on, by whatever ids they are named.
   *
   * @returns the id of the person that they are
   * @throws LeadlineError `person_unknown`, also for whoever is not theirs; `not_stored_yet`: it is decided, and holds soon
   */
  async join(site: string, [one, other]: readonly [string, string], decider: Decider): Promise<string> {
    const [a, b] = await this.#both(site, [one, other], decider);
    if (a === b) return a;
    const { pairs, canonical } = await this.people.around(site, [a, b]);
    // What somebody separated between the two is decided anew, too: else they would stay apart.
    const apart = pairs.filter(
      ({ person_id, other_id, kind, is_joined }) =>
        kind === 'hand' && !is_joined && canonical.get(person_id) === a && canonical.get(other_id) === b,
    );
    const decided = [
      [a, b] as const,
      ...apart.map(({ person_id, other_id }) => [person_id, other_id] as const),
    ];
    await this.#decide(site, decided, true, pairs, decider);
    return (await this.people.canonical(site, [a])).get(a) ?? a;
  }

  /**
   * They are two persons, whatever else says that they are one. Two that are two already stay so.
   *
   * @returns the ids of both
   * @throws LeadlineError like {@link join}
   */
  async separate(
    site: string,
    [one, other]: readonly [string, string],
    decider: Decider,
  ): Promise<[string, string]> {
    await this.#both(site, [one, other], decider);
    if (one === other)
      throw new LeadlineError('person_unknown', 'Nobody is separated from themselves: name another id.');
    const { pairs } = await this.people.around(site, [one, other]);
    await this.#decide(site, [[one, other]], false, pairs, decider);
    const now = await this.people.canonical(site, [one, other]);
    return [now.get(one) ?? one, now.get(other) ?? other];
  }

  /** The persons that two ids stand for. */
  async #both(site: string, ids: readonly [string, string], { owners }: Decider): Promise<[string, string]> {
    const found = await Promise.all(
      ids.map((person) => this.store.query(personStatement, { site, person, owners: [...owners] })),
    );
    const [a, b] = found.map(([row]) => row?.person_id);
    if (a !== undefined && b !== undefined) return [a, b];
    throw new LeadlineError('person_unknown', 'There is no such person: send the ids that the lists have.');
  }

  /** The newest decision counts, also where the clock went back. */
  async #decide(
    site: string,
    decided: readonly (readonly [string, string])[],
    is_joined: boolean,
    known: readonly { kind: string; decided_at: number }[],
    { by }: Decider,
  ): Promise<void> {
    const before = known.filter(({ kind }) => kind === 'hand').map(({ decided_at }) => decided_at);
    const at = clickhouseTime(Math.max(Date.now(), ...before.map((ms) => ms + 1)));
    const common = {
      site,
      kind: 'hand',
      is_joined,
      by,
      subject_id: '',
      event_id: nanoid(),
      ts: at,
      received_at: at,
    };
    await this.queue.store(
      decided.flatMap(([person_id, other_id]) => [
        asRow('identity_pairs', { ...common, person_id, other_id }),
        asRow('identity_pairs', { ...common, person_id: other_id, other_id: person_id }),
      ]),
    );
  }
}
