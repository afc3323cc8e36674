import { nanoid } from 'nanoid';
import type { RejectReason } from '../../schemas/reasons.js';
import { rejectedRow } from '../pipeline/rejected.js';
import type { Row } from '../store/row.js';

const MINUTE_MS = 60_000;
/** Origins a site and minute that are told apart; what a flood brings beyond them counts as one. */
const ORIGINS_MAX = 20;

/**
 * Counts the events of batches that were refused whole: from origins that a site does not list, or beyond a rate limit.
 * The owner is to see them, but anyone can send them: so a row is written for the first of a minute and whenever their
 * number has doubled, not for each.
 */
export class RefusedBatches {
  /** Each collector writes rows of its own, so that their numbers add up rather than the largest standing for all. */
  readonly #id = nanoid();
  #minute = 0;
  #counts = new Map<string, number>();

  /** @returns the row to write, if one is due */
  note({ site, reason, origin, message, events, now }: Note): Row | undefined {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.#minute) this.#counts.clear();
    this.#minute = minute;
    const alike = `${site}\0${reason}\0`;
    const own = [...this.#counts.keys()].filter((key) => key.startsWith(alike)).length;
    const named = this.#counts.has(alike + origin) || own < ORIGINS_MAX ? origin : '';
    const key = alike + named;
    const before = this.#counts.get(key) ?? 0;
    const count = before + events;
    this.#counts.set(key, count);
    if (Math.floor(Math.log2(count)) === Math.floor(Math.log2(before))) return undefined;
    return rejectedRow({
      site,
      receivedAt: now,
      sameAs: `${this.#id}\0${key}\0${minute}`,
      eventId: '',
      type: '',
      reason,
      message: named === origin ? message : 'Pages of many other origins used this site’s key in one minute.',
      origin: named,
      count,
    });
  }
}

interface Note {
  site: string;
  reason: Extract<RejectReason, 'origin_not_allowed' | 'rate_limited'>;
  /** Empty where it is not what the refusal is about. */
  origin: string;
  message: string;
  events: number;
  now: number;
}
