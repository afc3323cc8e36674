import type { Limiter, Verdict } from './limiter.js';

/** Two limiters for one limit: the first that refuses decides; if none does, the first one's figures are told. */
export class InTurn implements Limiter {
  constructor(
    private readonly first: Limiter,
    private readonly second: Limiter,
  ) {}

  async take(key: string, events: number): Promise<Verdict> {
    const verdict = await this.first.take(key, events);
    if (!verdict.isAllowed) return verdict;
    const other = await this.second.take(key, events);
    return other.isAllowed ? verdict : other;
  }
}
