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

type Ids = readonly [one: string, other: string];
type Pairs = Awaited<ReturnType<People['around']>>['pairs'];
type Decision = { is_joined: boolean; is_undecided?: true };

/** Joins and separates people by hand: for ever, until the other is decided or it is taken back. */
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
   * @throws LeadlineError `person_unknown`, also for whoever is not theirs; `not_stored_yet`: it is decided, and holds soon;
   *   `decided_otherwise`: somebody else was faster, with the ids that both go by now beside it
   */
  async join(site: string, [one, other]: Ids, decider: Decider): Promise<string> {
    const [a, b] = await this.#both(site, [one, other], decider);
    if (a === b) return a;
    const { pairs, canonical } = await this.people.around(site, [a, b]);
    // What somebody separated between the two is decided anew, too: else they would stay apart.
    const apart = pairs.filter(
      ({ person_id, other_id, kind, is_joined, is_undecided }) =>
        kind === 'hand' &&
        !is_joined &&
        !is_undecided &&
        canonical.get(person_id) === a &&
        canonical.get(other_id) === b,
    );
    const decided = [
      [a, b] as const,
      ...apart.map(({ person_id, other_id }) => [person_id, other_id] as const),
    ];
    await this.#decide(site, decided, { is_joined: true }, pairs, decider);
    const now = await this.#now(site, [a, b]);
    if (now[0] !== now[1]) throw decidedOtherwise(now);
    return now[0];
  }

  /**
   * They are two persons, whatever else says that they are one. Two that are two already stay so.
   *
   * @returns the ids of both
   * @throws LeadlineError like {@link join}
   */
  async separate(site: string, [one, other]: Ids, decider: Decider): Promise<[string, string]> {
    await this.#both(site, [one, other], decider);
    refuseSame(one, other);
    const { pairs } = await this.people.around(site, [one, other]);
    await this.#decide(site, [[one, other]], { is_joined: false }, pairs, decider);
    const now = await this.#now(site, [one, other]);
    if (now[0] === now[1]) throw decidedOtherwise(now);
    return now;
  }

  /**
   * What {@link separate} would make of them, without doing it.
   *
   * @returns the rows of both; undefined for one of whom nothing would be told
   * @throws LeadlineError like {@link separate}
   */
  async apart(site: string, [one, other]: Ids, decider: Decider) {
    await this.#both(site, [one, other], decider);
    refuseSame(one, other);
    return this.people.apart(site, [one, other]);
  }

  /**
   * Takes back what was decided last between exactly these two ids, and whatever was decided with it: they are what claims and
   * words say. Where nothing is decided, nothing is done.
   *
   * @returns the ids of both
   * @throws LeadlineError like {@link join}
   */
  async undecide(site: string, [one, other]: Ids, decider: Decider): Promise<[string, string]> {
    await this.#both(site, [one, other], decider);
    const { pairs } = await this.people.around(site, [one, other]);
    const decided = pairs.find(
      ({ person_id, other_id, kind, is_undecided }) =>
        kind === 'hand' && !is_undecided && person_id === one && other_id === other,
    );
    if (decided) {
      const { is_joined, decided_at } = decided;
      // A join may have decided more than this pair: see there.
      const together = pairs.filter(
        (pair) =>
          pair.kind === 'hand' &&
          pair.is_joined === is_joined &&
          pair.decided_at === decided_at &&
          pair.person_id < pair.other_id,
      );
      const all = together.map(({ person_id, other_id }) => [person_id, other_id] as const);
      await this.#decide(site, all, { is_joined, is_undecided: true }, pairs, decider);
    }
    return this.#now(site, [one, other]);
  }

  async #now(site: string, [one, other]: Ids): Promise<[string, string]> {
    const now = await this.people.canonical(site, [one, other]);
    return [now.get(one) ?? one, now.get(other) ?? other];
  }

  /** The persons that two ids stand for. */
  async #both(site: string, ids: Ids, { owners }: Decider): Promise<[string, string]> {
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
    decided: readonly Ids[],
    decision: Decision,
    known: Pairs,
    { by }: Decider,
  ): Promise<void> {
    const before = known.filter(({ kind }) => kind === 'hand').map(({ decided_at }) => decided_at);
    const at = clickhouseTime(Math.max(Date.now(), ...before.map((ms) => ms + 1)));
    const common = {
      site,
      kind: 'hand',
      ...decision,
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

const decidedOtherwise = ([person, other]: readonly [string, string]) =>
  new LeadlineError(
    'decided_otherwise',
    'Somebody else has decided otherwise about these two at the same time: look at them as they are now, and decide again.',
    { beside: { person, other } },
  );

function refuseSame(one: string, other: string): void {
  if (one === other)
    throw new LeadlineError('person_unknown', 'Nobody is separated from themselves: name another id.');
}
