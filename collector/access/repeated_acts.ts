import type { Act } from './audit_act.js';

const MINUTE_MS = 60_000;
/** Kinds of acts told apart at once, of each some hundred bytes. */
const KEYS_MAX = 10_000;
/** Refusals that get a row of their own in a minute: 600 of both kinds, of strangers and of those we know. */
const REFUSALS_MAX = 150;
/** Rows told late in one go, so that no request carries them all. */
const LATE_MAX = 500;

/** The part of an act that all alike have in common. */
export type Common = Omit<Act, 'address' | 'values' | 'persons'> & { originHash: string };

/** Acts alike that are due to be written as one row. */
export interface Told {
  key: string;
  act: Common;
  count: number;
  at: number;
}

interface Standing {
  act: Common;
  since: number;
  /** Not told yet, and when the last of them was. */
  count: number;
  last: number;
}

/**
 * Acts alike are told at once the first time, and then once a minute with their number: whoever floods fills no disk, and
 * nothing goes uncounted. There is no timer; what waits is due with the next act of anybody.
 */
export class RepeatedActs {
  /** Those that were told longest ago come first. */
  readonly #standing = new Map<string, Standing>();
  readonly #refusals = new Map<string, { since: number; rows: number }>();

  /** @returns what to write of it now; undefined where it is counted for later */
  note(key: string, act: Common, now: number, count = 1): Told | undefined {
    const standing = this.#standing.get(key);
    if (standing && isRecent(standing.since, now)) {
      standing.count += count;
      standing.last = now;
      return undefined;
    }
    const all = count + (standing?.count ?? 0);
    const others = othersThan(act);
    const isKnown = this.#standing.delete(key);
    const isPlace = isKnown || this.#standing.size < KEYS_MAX;
    if (key !== others.key && !(isPlace && this.#mayWrite(act, now)))
      return this.note(others.key, others.act, now, all);
    this.#standing.set(key, { act, since: now, count: 0, last: now });
    return { key, act, count: all, at: now };
  }

  /** What has waited for a minute. */
  late(now: number): Told[] {
    const told: Told[] = [];
    for (const [key, { act, since, count, last }] of this.#standing) {
      if (isRecent(since, now) || told.length === LATE_MAX) break;
      if (count === 0) {
        this.#standing.delete(key);
        continue;
      }
      const due = this.note(key, act, now, 0);
      if (due) told.push({ ...due, at: last });
    }
    return told;
  }

  /** Everything that waits, however short. */
  all(now: number): Told[] {
    const told = [...this.#standing]
      .filter(([, { count }]) => count > 0)
      .map(([key, { act, count, last }]) => ({ key, act, count, at: last }));
    for (const { key, act } of told) this.#standing.set(key, { act, since: now, count: 0, last: now });
    return told;
  }

  /** Of acts that could not be written: they are told with the next ones alike, or in a minute. */
  carry(told: readonly Told[], now: number): void {
    for (const one of told) {
      const isRoom = this.#standing.has(one.key) || this.#standing.size < KEYS_MAX;
      const { key, act } = isRoom ? one : othersThan(one.act);
      const standing = this.#standing.get(key) ?? { act, since: now, count: 0, last: one.at };
      standing.count += one.count;
      this.#standing.set(key, standing);
    }
  }

  /** Whether an act may have a row of its own in this minute. */
  #mayWrite({ action, by }: Common, now: number): boolean {
    if (action !== 'refused' && action !== 'sign_in_refused') return true;
    // A stranger's flood hides neither what a user tries nor the other kind.
    const kind = `${action} ${by === '' ? 'stranger' : 'known'}`;
    let minute = this.#refusals.get(kind);
    if (!minute || !isRecent(minute.since, now)) {
      minute = { since: now, rows: 0 };
      this.#refusals.set(kind, minute);
    }
    return minute.rows++ < REFUSALS_MAX;
  }
}

/** A clock that is set back by much must not hold anything up until it has caught up. */
const isRecent = (since: number, now: number) => Math.abs(now - since) < MINUTE_MS;

/** What stands for acts that are too many to be told apart. */
function othersThan({ action }: Common): { key: string; act: Common } {
  const act = { by: '', action, site: '', target: '', subject: 'others', originHash: '' };
  return { key: `others ${action}`, act };
}
