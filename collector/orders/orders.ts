import { nanoid } from 'nanoid';
import { clock } from '../../schemas/gen/queries/clock.js';
import { ordersOf } from '../../schemas/gen/queries/orders_of.js';
import { ordersRows } from '../../schemas/gen/queries/orders_rows.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { unusualDigits } from '../../schemas/money.js';
import type { Log } from '../log.js';
import type { Store } from '../store/store.js';
import { Together, together } from '../store/together.js';

/**
 * Keeps the read model of orders: each as it is by now, after its changes and with what was given back. Like people, a row is
 * worked out anew from raw events, whole, whenever something comes that is about it; of two that are made at once the one
 * wins that looked later.
 */
export class Orders {
  readonly #together: Together;

  constructor(
    private readonly store: Store,
    log: Log,
  ) {
    this.#together = new Together(store, log, 'an order');
  }

  /** Makes the rows of these orders anew. */
  async fill(site: string, orders: Iterable<string>): Promise<void> {
    await this.#together.each(site, orders, async (some) => {
      const version = await this.#now();
      await this.insert(
        await this.store.query(ordersRows, { site, orders: some, version, ...unusualDigits }),
      );
    });
  }

  /** The orders that these browsers told of. */
  async of(site: string, subjects: readonly string[]): Promise<string[]> {
    const rows = await together(subjects, (some) => this.store.query(ordersOf, { site, subjects: some }));
    return rows.map(({ order_id }) => order_id);
  }

  async insert(rows: readonly Partial<TableRows['orders']>[]): Promise<void> {
    if (rows.length === 0) return;
    await this.store.insert(
      'orders',
      rows.map((row) => JSON.stringify(row)),
      `orders-${nanoid()}`,
    );
  }

  async #now(): Promise<number> {
    const [row] = await this.store.query(clock, {});
    return row?.version ?? 0;
  }
}
