import { LeadlineError } from '../errors.js';
import { partitionOf } from '../location/partition.js';

/** Wrong keys that an address may send in a minute. */
const FAILURES_MAX = 20;
const WINDOW_MS = 60_000;
/** Addresses remembered at once; beyond, all are forgotten rather than memory spent. */
const ADDRESSES_MAX = 10_000;

/**
 * Slows down guessing, address by address, so that one who guesses does not lock out everyone. An IPv6 network counts as
 * one: whoever has it can send each guess from another address of it.
 */
export class WrongKeys {
  #failures = new Map<string, { count: number; since: number }>();

  /** @throws LeadlineError `too_many_attempts` */
  check(address: string): void {
    const failures = this.#failures.get(guesserAt(address));
    if (failures && failures.count >= FAILURES_MAX && isRecent(failures))
      throw new LeadlineError('too_many_attempts', 'Too many wrong keys: wait a minute and try again.', {
        headers: { 'Retry-After': String(WINDOW_MS / 1_000) },
      });
  }

  note(address: string): void {
    const guesser = guesserAt(address);
    const failures = this.#failures.get(guesser);
    if (failures && isRecent(failures)) {
      failures.count++;
      return;
    }
    if (this.#failures.size >= ADDRESSES_MAX) this.#failures.clear();
    this.#failures.set(guesser, { count: 1, since: Date.now() });
  }

  forget(address: string): void {
    this.#failures.delete(guesserAt(address));
  }
}

const guesserAt = (address: string) => partitionOf(address) ?? address;

/** A clock that is set back must not lock anybody out until it has caught up. */
const isRecent = ({ since }: { since: number }) => Math.abs(Date.now() - since) <= WINDOW_MS;
