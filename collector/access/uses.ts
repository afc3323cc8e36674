import type { EntityKind } from '../../schemas/entities.js';
import { lastUses } from '../../schemas/gen/queries/last_uses.js';
import { nameOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Store } from '../store/store.js';
import { clickhouseTime } from '../store/time.js';

/** A use is noted so often at most: what people want to know is the day, and what idle sessions need is the hour. */
const EVERY_MS = 5 * 60_000;
/** Keys and sessions remembered at once; beyond, some are noted once more than need be. */
const REMEMBERED_MAX = 10_000;

/** When keys and sessions were last used. Noted behind the request, which never waits for it. */
export class Uses {
  readonly #noted = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly store: Pick<Store, 'insert' | 'query'>,
    private readonly log: Log,
    private readonly now: () => number = () => Date.now(),
  ) {}

  note(kind: EntityKind, id: string): void {
    const what = `${kind} ${id}`;
    const now = this.now();
    // A clock that is set back must not keep uses from being noted.
    if (Math.abs(now - (this.#noted.get(what) ?? Number.NEGATIVE_INFINITY)) < EVERY_MS) return;
    if (this.#noted.size >= REMEMBERED_MAX) this.#noted.clear();
    this.#noted.set(what, now);
    const row = JSON.stringify({ kind, id, used_at: clickhouseTime(now) });
    const noting = this.store
      .insert('last_uses', [row], `${what} ${now}`)
      .catch((error) => this.log('warn', 'a use was not noted', { error: nameOf(error) }))
      .finally(() => this.#underWay.delete(noting));
    this.#underWay.add(noting);
  }

  /** Resolves when nothing is under way: for a platform that ends what outlives its request. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** By id, in UTC milliseconds. */
  async latest(kind: EntityKind, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.store.query(lastUses, { kind, ids: [...ids] });
    return new Map(rows.map(({ id, used_at }) => [id, used_at]));
  }

  /** As answers have it beside the fields of a record. */
  async told(
    kind: EntityKind,
    records: readonly { id: string }[],
  ): Promise<Map<string, { lastUsedAt: number }>> {
    const latest = await this.latest(
      kind,
      records.map(({ id }) => id),
    );
    return new Map([...latest].map(([id, lastUsedAt]) => [id, { lastUsedAt }]));
  }
}
