import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BATCH_EVENTS_MAX } from '../../schemas/batch.js';
import { ingest } from '../pipeline/index.js';
import { envelopeOf, NOW } from '../pipeline/testing.js';
import { startStore, type TestStore } from '../store/testing.js';
import { fixtures } from './testing.js';

// Tens of thousands of ids take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

/** As many events as it takes, in batches as large as they may be, and stored together as after an outage. */
async function store(site: string, count: number, eventOf: (n: number) => object, visitor?: string) {
  const rows = [];
  for (let from = 0; from < count; from += BATCH_EVENTS_MAX) {
    const length = Math.min(BATCH_EVENTS_MAX, count - from);
    const events = Array.from({ length }, (_, at) => ({
      id: `e${from + at}`,
      ts: NOW + from + at,
      ...eventOf(from + at),
    }));
    const batch = { visitor, events };
    const { rows: some, answer } = ingest(
      envelopeOf({
        site: { id: site },
        isPublic: visitor !== undefined,
        receivedAt: NOW + from + length,
        batch,
      }),
    );
    expect(answer).toEqual({ accepted: length, rejected: [] });
    rows.push(...some);
  }
  await test.insert(rows);
}

it('has the leads of a site where 20,000 people are known by e-mail and customer id', async () => {
  const entered = (n: number) => ({
    type: 'lead_entered',
    email: `person${n}@example.com`,
    customer: `customer-${n}`,
  });
  await store('joined', 20_000, entered);
  const shop = fixtures(() => test, 'joined');
  const { rows, cursor } = await shop.query('leads', { limit: '50' });
  expect(rows).toHaveLength(50);
  expect(rows[0]).toMatchObject({ email: 'person19999@example.com', customers: ['customer-19999'] });
  expect(cursor).toBeDefined();
  expect((await shop.query('leads', { search: 'person77@' })).rows).toHaveLength(1);
});

it('tells of one person with 24,000 customer ids', async () => {
  const identified = (n: number) => ({ type: 'identify', email: 'ada@example.com', customer: `c-${n}` });
  await store('many-ids', 24_000, identified, 'v1');
  const shop = fixtures(() => test, 'many-ids');
  const { rows } = await shop.query('leads');
  expect(rows).toMatchObject([{ email: 'ada@example.com', events: 24_000 }]);
  const { person_id, customers } = rows[0] as { person_id: string; customers: string[] };
  expect(customers).toHaveLength(10);
  expect((await shop.query('person', { person: person_id })).rows).toHaveLength(1);
  expect((await shop.query('timeline', { person: person_id, limit: '1000' })).rows).toHaveLength(1_000);
});
