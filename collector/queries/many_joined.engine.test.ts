import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStore, type TestStore } from '../store/testing.js';
import { fixtures, identify } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const BATCH = 500;

/** Sends `count` events in batches as large as they may be. */
async function inBatches(count: number, send: (from: number, to: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += BATCH) await send(from, Math.min(from + BATCH, count));
}
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

it('has the leads of a site where 20,000 people are known by e-mail and customer id', async () => {
  const shop = fixtures(() => test, 'joined');
  await inBatches(20_000, (from, to) =>
    shop.server(
      {},
      numbers(from, to).map((n) => ({
        id: `lead-${n}`,
        at: n / BATCH,
        type: 'lead_entered',
        email: `person${n}@example.com`,
        customer: `customer-${n}`,
      })),
    ),
  );
  const { rows, cursor } = await shop.query('leads', { limit: '50' });
  expect(rows).toHaveLength(50);
  expect(rows[0]).toMatchObject({ email: 'person19999@example.com', customers: ['customer-19999'] });
  expect(cursor).toBeDefined();
  expect((await shop.query('leads', { search: 'person77@' })).rows).toHaveLength(1);
});

it('tells of one person with 24,000 customer ids', async () => {
  const shop = fixtures(() => test, 'many-ids');
  await inBatches(24_000, (from, to) =>
    shop.browser(
      'v1',
      numbers(from, to).map((n) =>
        identify(`i-${n}`, n / BATCH, { email: 'ada@example.com', customer: `c-${n}` }),
      ),
    ),
  );
  const ada = await shop.lead('ada@example.com');
  expect(ada).toMatchObject({ events: 24_000 });
  const { person_id } = ada as { person_id: string };
  expect((await shop.query('person', { person: person_id })).rows).toHaveLength(1);
  expect(await shop.timeline(person_id)).toHaveLength(1_000);
});
