// For tests: what every queue promises, whatever stands behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventRow, until } from '../store/testing.js';
import type { Queue } from './queue.js';

export interface OpenQueue {
  queue: Queue;
  /** False where rows wait with somebody who does not tell how many. */
  tellsBacklog: boolean;
  /** The ids of the events that ClickHouse has, sorted, each as often as it is there. */
  stored(): Promise<string[]>;
  /** The events that were set aside, `<id> <reason>`. */
  refused(): Promise<string[]>;
  /** Takes ClickHouse away, and brings it back. */
  away(isAway: boolean): void;
  close(): Promise<void>;
}

export function queueContract(name: string, open: () => Promise<OpenQueue>): void {
  describe(name, () => {
    let opened: OpenQueue;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const holds = (ids: string[]) => until(async () => (await opened.stored()).join() === ids.join());
    const ids = (count: number) =>
      Array.from({ length: count }, (_, at) => `e${String(at).padStart(4, '0')}`);

    it('brings every row to ClickHouse, once', async () => {
      await Promise.all(ids(30).map((id) => opened.queue.append([eventRow(id)])));
      await opened.queue.append(
        ids(300)
          .slice(30)
          .map((id) => eventRow(id)),
      );
      await holds(ids(300));
    });

    it('brings the rows of all tables', async () => {
      const rejected = { site: 'demo', ts: '2026-10-14 12:00:00.000', rejected_id: 'r', count: 1 };
      await opened.queue.append([
        eventRow('a'),
        { table: 'rejected_events', json: JSON.stringify(rejected) },
        eventRow('b'),
      ]);
      await holds(['a', 'b']);
    });

    it('sets a row aside that ClickHouse never takes, and brings the others', async () => {
      const poison = { site: 'demo', event_id: 'poison', type: 'x', ts: 'yesterday' };
      await opened.queue.append([
        ...ids(5).map((id) => eventRow(id)),
        { table: 'events', json: JSON.stringify(poison) },
      ]);
      await opened.queue.append([eventRow('later')]);
      await holds([...ids(5), 'later']);
      await until(async () => (await opened.refused()).length > 0);
      expect(await opened.refused()).toEqual(['poison not_storable']);
    });

    it('brings large rows', async () => {
      const [small, large] = [eventRow('small'), eventRow('large', { props: 'x'.repeat(300_000) })];
      await opened.queue.append([small, large]);
      await holds(['large', 'small']);
    });

    it('takes rows while ClickHouse is away, and brings them when it is back', async () => {
      opened.away(true);
      for (const id of ids(5)) await opened.queue.append([eventRow(id)]);
      expect(await opened.stored()).toEqual([]);
      opened.away(false);
      await holds(ids(5));
    });

    it('stores rows so that queries see them by the time it answers', async () => {
      await opened.queue.store([eventRow('a'), eventRow('b')]);
      expect(await opened.stored()).toEqual(['a', 'b']);
    });

    it('says that rows are not stored yet, and counts them once when they are sent again', async () => {
      opened.away(true);
      await expect(opened.queue.store([eventRow('a')])).rejects.toMatchObject({ code: 'not_stored_yet' });
      opened.away(false);
      // As a sender does: again, until it is told that they are there.
      const isStored = () =>
        opened.queue.store([eventRow('a')]).then(
          () => true,
          () => false,
        );
      await until(isStored);
      await holds(['a']);
    });

    it('tells how much waits, and how long, where it can', async () => {
      const nothing = { backlogBytes: 0, lagMs: 0 };
      expect(opened.queue.status()).toMatchObject(nothing);
      opened.away(true);
      const rows = ids(5).map((id) => eventRow(id));
      await opened.queue.append(rows);
      if (opened.tellsBacklog) {
        const bytes = rows.reduce((sum, { json }) => sum + json.length, 0);
        expect(opened.queue.status().backlogBytes).toBeGreaterThanOrEqual(bytes);
        await until(() => opened.queue.status().lagMs >= 50);
      } else expect(opened.queue.status()).toMatchObject(nothing);
      opened.away(false);
      await holds(ids(5));
      await until(() => opened.queue.status().backlogBytes === 0);
      expect(opened.queue.status()).toMatchObject(nothing);
    });
  });
}
