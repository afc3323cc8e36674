import { personLinks as personLinksStatement } from '../../schemas/gen/queries/person_links.js';
import type { Store } from '../store/store.js';

/**
 * Which ids are one person. The canonical id is the smallest of the joined set, so the order in which the links came
 * does not matter.
 */
export class Persons {
  readonly #parent = new Map<string, string>();

  constructor(links: Iterable<readonly [string, string]>) {
    for (const [one, other] of links) {
      const [low, high] = [this.canonical(one), this.canonical(other)].sort() as [string, string];
      this.#parent.set(low, low);
      this.#parent.set(high, low);
    }
  }

  static async of(store: Store, site: string): Promise<Persons> {
    const links = await store.query(personLinksStatement, { site });
    return new Persons(links.map(({ person_id, other_id }) => [person_id, other_id] as const));
  }

  canonical(id: string): string {
    let root = id;
    for (
      let parent = this.#parent.get(root);
      parent !== undefined && parent !== root;
      parent = this.#parent.get(root)
    ) {
      root = parent;
    }
    // Path compression: the next look-up is one step.
    if (root !== id) this.#parent.set(id, root);
    return root;
  }

  /** Every id that is not its person's canonical one, beside that one, as the queries take them. */
  aliases(): { alias_ids: string[]; canonical_ids: string[] } {
    const alias_ids = [...this.#parent.keys()].filter((id) => this.canonical(id) !== id);
    return { alias_ids, canonical_ids: alias_ids.map((id) => this.canonical(id)) };
  }

  /** All ids of the given people, themselves included. */
  members(canonicalIds: readonly string[]): { member_ids: string[]; member_persons: string[] } {
    const wanted = new Set(canonicalIds);
    const joined = [...this.#parent.keys()].filter((id) => wanted.has(this.canonical(id)));
    const member_ids = [...new Set([...canonicalIds, ...joined])];
    return { member_ids, member_persons: member_ids.map((id) => this.canonical(id)) };
  }
}
