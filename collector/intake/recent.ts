/** Of one group, such as a site: one that is flooded leaves the others room. */
const GROUP_MAX = 20;

/**
 * What was seen lately, in memory and within bounds: the newest of each group, the oldest forgotten first.
 *
 * @example
 * const loads = new Recent<{ origin: string; at: number }>({ ageMs: 86_400_000, max: 200 });
 * loads.note('shop', origin, { origin, at: Date.now() });
 */
export class Recent<Entry extends { at: number }> {
  readonly #groups = new Map<string, Map<string, Entry>>();
  #size = 0;

  constructor(private readonly bounds: { ageMs: number; max: number }) {}

  /** @param key what tells it from others of its group; the newer one of two alike stays */
  note(group: string, key: string, entry: Entry): void {
    const entries = this.#groups.get(group) ?? new Map<string, Entry>();
    if (entries.delete(key)) this.#size--;
    else if (entries.size >= GROUP_MAX) this.#dropOldest(entries);
    entries.set(key, entry);
    this.#size++;
    // Both in the order of their newest entry.
    this.#groups.delete(group);
    this.#groups.set(group, entries);
    if (this.#size > this.bounds.max) this.#dropGroupsOldest();
  }

  /** As it was noted last. */
  get(group: string, key: string): Entry | undefined {
    return this.#groups.get(group)?.get(key);
  }

  /** Newest first. */
  of(group: string, now: number): Entry[] {
    const since = now - this.bounds.ageMs;
    return [...(this.#groups.get(group)?.values() ?? [])].filter(({ at }) => at > since).reverse();
  }

  get size(): number {
    return this.#size;
  }

  #dropOldest(entries: Map<string, Entry>): void {
    const [oldest] = entries.keys();
    if (oldest !== undefined && entries.delete(oldest)) this.#size--;
  }

  #dropGroupsOldest(): void {
    const [first] = this.#groups;
    if (!first) return;
    const [group, entries] = first;
    this.#dropOldest(entries);
    if (entries.size === 0) this.#groups.delete(group);
  }
}
