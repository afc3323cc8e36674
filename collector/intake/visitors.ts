import { VISITORS_MAX } from '../../schemas/installation.js';

/** As much of an id as tells it from others: a sender may make it long. */
const ID_MAX = 32;

/** How many there were, told apart up to a bound. */
export class Visitors {
  readonly #ids = new Set<string>();

  add(visitor: string): void {
    if (visitor && this.#ids.size < VISITORS_MAX) this.#ids.add(visitor.slice(0, ID_MAX));
  }

  get count(): number {
    return this.#ids.size;
  }
}
