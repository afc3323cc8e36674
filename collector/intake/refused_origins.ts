import { rejectedRow } from '../pipeline/rejected.js';
import type { Row } from '../queue/queue.js';

const MINUTE_MS = 60_000;
/** Origins a site and minute that are told apart; what a flood brings beyond them counts as one. */
const ORIGINS_MAX = 20;

/**
 * Counts the events that came from origins a site does not list. The owner is to see them, but anyone can send them: so
 * a row is written for the first of a minute and whenever their number has doubled, not for each.
 */
export class RefusedOrigins {
  #minute = 0;
  #counts = new Map<string, number>();

  /** @returns the row to write, if one is due */
  note({ site, origin, message, events, now }: Note): Row | undefined {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.#minute) this.#counts.clear();
    this.#minute = minute;
    const own = [...this.#counts.keys()].filter((key) => key.startsWith(`${site}\0`)).length;
    const named = this.#counts.has(`${site}\0${origin}`) || own < ORIGINS_MAX ? origin : '';
    const key = `${site}\0${named}`;
    const before = this.#counts.get(key) ?? 0;
    const count = before + events;
    this.#counts.set(key, count);
    if (Math.floor(Math.log2(count)) === Math.floor(Math.log2(before))) return undefined;
    return rejectedRow({
      site,
      receivedAt: now,
      sameAs: `${key}\0${minute}`,
      eventId: '',
      type: '',
      reason: 'origin_not_allowed',
      message: named === origin ? message : 'Pages of many other origins used this site’s key in one minute.',
      origin: named,
      count,
    });
  }
}

interface Note {
  site: string;
  origin: string;
  message: string;
  events: number;
  now: number;
}
