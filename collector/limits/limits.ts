import type { EventsPerMinute } from '../config.js';
import { partitionOf } from '../location/partition.js';
import { InTurn } from './in_turn.js';
import { type Limiter, type Verdict, WINDOW_S } from './limiter.js';
import { MemoryLimiter } from './memory.js';

export type PolicyName = keyof EventsPerMinute;

/** What a batch uses up. */
export interface Usage {
  /** Undefined for a sender with an API key, whose address says nothing. */
  address: string | undefined;
  /** Whose key it comes with: a site's public one or an API key. Undefined for a batch that is refused. */
  key: string | undefined;
  events: number;
}

export interface Exceeded {
  policy: PolicyName;
  /** After so many seconds it would not be. */
  retryAfterS: number;
}

export interface Outcome {
  /** The limit that the batch goes beyond, if it does. */
  exceeded: Exceeded | undefined;
  /** `RateLimit-Policy` and `RateLimit`, draft-ietf-httpapi-ratelimit-headers-10; none where nothing is limited. */
  headers: Record<string, string>;
}

/**
 * The limits of `POST /v1/events`, each by address and by key. They count events, not requests, so that large batches are
 * no way round them.
 */
export class Limits {
  readonly #limiters: Partial<Record<PolicyName, Limiter>> = {};
  readonly #policies: Record<PolicyName, string>;

  /** @param shared limiters that count for other processes too, beside this one's own memory */
  constructor(perMinute: EventsPerMinute, shared: Partial<Record<PolicyName, Limiter>> = {}) {
    for (const policy of ['address', 'key'] as const) {
      if (perMinute[policy] === 0) continue;
      const memory = new MemoryLimiter(perMinute[policy]);
      const other = shared[policy];
      this.#limiters[policy] = other ? new InTurn(memory, other) : memory;
    }
    this.#policies = { address: policyOf('address', perMinute), key: policyOf('key', perMinute) };
  }

  /** Uses up of both limits what they allow. What the key's refuses has been used up of the address's all the same. */
  async take({ address, key, events }: Usage): Promise<Outcome> {
    const partition = address === undefined ? undefined : partitionOf(address);
    const byAddress =
      partition === undefined ? undefined : await this.#limiters.address?.take(partition, events);
    if (byAddress?.isAllowed === false)
      return this.#outcome(byAddress, undefined, { policy: 'address', retryAfterS: byAddress.resetS });
    const byKey = key === undefined ? undefined : await this.#limiters.key?.take(key, events);
    if (byKey?.isAllowed === false)
      return this.#outcome(byAddress, byKey, { policy: 'key', retryAfterS: byKey.resetS });
    return this.#outcome(byAddress, byKey, undefined);
  }

  #outcome(address: Verdict | undefined, key: Verdict | undefined, exceeded: Exceeded | undefined): Outcome {
    const headers: Record<string, string> = {};
    const policy = joined(address && this.#policies.address, key && this.#policies.key);
    if (policy) headers['RateLimit-Policy'] = policy;
    const state = joined(address && stateOf('address', address), key && stateOf('key', key));
    if (state) headers.RateLimit = state;
    return { exceeded, headers };
  }
}

const joined = (one = '', other = '') => (one && other ? `${one}, ${other}` : one || other);

const policyOf = (policy: PolicyName, perMinute: EventsPerMinute) =>
  `"${policy}";q=${perMinute[policy]};w=${WINDOW_S};qu="events"`;

/** Nothing where the remainder, which the draft requires, is not known. */
const stateOf = (policy: PolicyName, { remaining, resetS }: Verdict) =>
  remaining === undefined ? '' : `"${policy}";r=${remaining};t=${resetS}`;
