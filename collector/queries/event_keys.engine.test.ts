import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../schemas/gen/migrations.js';
import { fillSite, storeAlone } from '../people/testing.js';
import { ingest } from '../pipeline/index.js';
import { envelopeOf, NOW } from '../pipeline/testing.js';
import { makeViews } from '../records/views.js';
import { migrate } from '../store/migrate.js';
import type { Row } from '../store/row.js';
import { startStore, type TestStore } from '../store/testing.js';
import { fixtures, identify, type Sent } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore(false);
  await migrate(
    test.store,
    migrations.filter(({ version }) => version < 9),
  );
});
afterAll(() => test.stop());

/** What the collector says since migration 0009, and the table made by itself before. */
const SINCE = ['once_id', 'event_key', 'refund_id', 'contact_channel', 'contact_direction', 'stage', 'owner'];

/** Rows as they were written before: what belongs to an order was kept under its type, its id and the event's. */
function asBefore(rows: Row[]): Row[] {
  const sent = rows.map(({ table, json }) => ({ table, row: JSON.parse(json) as Record<string, string> }));
  const sale = sent.find(({ table }) => table === 'sales')?.row;
  return sent.map(({ table, row }) => {
    const before =
      table === 'events'
        ? Object.fromEntries(Object.entries(row).filter(([name]) => !SINCE.includes(name)))
        : row.event_id?.startsWith('#') && sale
          ? { ...row, event_id: `#${sale.type} ${sale.order_id} ${sale.event_id}` }
          : row;
    return { table, json: JSON.stringify(before) };
  });
}

const ada = { email: 'ada@a.test' };
const events: Sent[] = [
  { id: 'x', at: 1, type: 'purchase', orderId: "o'1", value: 10, instructions: 'Ring twice' },
  { id: 'x', at: 2, type: 'refund', orderId: "o'1", value: 4, reason: 'Broken' },
  { id: 'r2', at: 3, type: 'refund', orderId: "o'1", refundId: 'R\\2', value: 3, reason: 'Late' },
  { id: 'c', at: 4, type: 'contact_logged', channel: 'call', direction: 'inbound', notes: 'Hot' },
  { id: 's', at: 5, type: 'stage_changed', stage: 'qualified', reason: 'Budget' },
  { id: 'o', at: 6, type: 'owner_assigned', owner: 'mia' },
];
const texts = ['', 'Budget', 'Hot', 'Late', 'Broken', 'Ring twice', ''];
/** One batch for each, as `sales` is told of one event there. */
async function history(site: ReturnType<typeof fixtures>, receivedAt?: number): Promise<void> {
  await site.browser('v1', [identify('i', 0, ada)]);
  for (const event of events) await site.server(ada, [event], receivedAt === undefined ? {} : { receivedAt });
}

describe('rows of before the keys were stored', () => {
  const old = (site: string) =>
    fixtures(() => ({ ...test, insert: (rows: Row[]) => test.insert(asBefore(rows)) }), site);
  const read = async (site: string) => {
    const found = fixtures(() => test, site);
    const lead = (await found.lead(ada.email)) as Record<string, unknown>;
    const { rows } = await found.query('timeline', { person: String(lead.person_id) });
    return { lead, texts: rows.map((row) => ('message' in row ? row.message : '')) };
  };

  it('read as they did, also those that were in the queue, and stay one with their retries', async () => {
    const alone = (rows: Row[]) => storeAlone(test.store, asBefore(rows));
    await history(fixtures(() => ({ ...test, insert: alone }), 'stored'));
    await migrate(test.store);
    await makeViews(test.store);
    await fillSite(test.store, 'stored');
    await history(old('queued'));
    await history(fixtures(() => test, 'new'));
    for (const site of ['stored', 'queued', 'new']) {
      const first = await read(site);
      expect(first.texts).toEqual(texts);
      expect(first.lead).toMatchObject({ status: 'qualified', owner: 'mia', orders: 1, events: 7 });
      await history(
        fixtures(() => test, site),
        NOW + 86_400_000,
      );
      expect(await read(site)).toEqual(first);
    }
  });
});

it('a key is the same whether the collector or the table makes it', async () => {
  const id = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((text) => text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(id, id), { minLength: 20, maxLength: 40 }), async (ids) => {
      await test.store.command('TRUNCATE TABLE events');
      const sent = ids.map(([orderId, refundId], at) => ({
        ...{ id: `e${at}`, ts: NOW, type: 'refund', orderId, refundId, value: 1 },
        ...(at % 4 === 0 && { type: 'purchase' }),
        ...(at % 5 === 0 && { refundId: undefined }),
      }));
      const keysOf = async (site: string, change: (rows: Row[]) => Row[]) => {
        const batch = { visitor: 'v1', events: sent };
        const { rows } = ingest(envelopeOf({ site: { id: site }, isPublic: false, batch }));
        await test.insert(change(rows.filter(({ table }) => table === 'events')));
        return test.select(
          `SELECT event_id, once_id, refund_id FROM events WHERE site = '${site}' ORDER BY event_id`,
        );
      };
      expect(await keysOf('told', (rows) => rows)).toEqual(await keysOf('made', asBefore));
    }),
    { numRuns: 10 },
  );
});
