import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../schemas/gen/migrations.js';
import { fillSite, storeAlone } from '../people/testing.js';
import { makeViews } from '../records/views.js';
import { migrate } from '../store/migrate.js';
import { startStore, type TestStore } from '../store/testing.js';
import { fixtures, form, identify, order, page, purchase, refund, type Sent, timeOf } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const siteOf = (name: string) => {
  const site = fixtures(() => test, name);
  return {
    ...site,
    /** What a report of all sales would add up. */
    sales: () =>
      test.select<{ order_id: string; refund_id: string; type: string; value_minor: number }>(
        `SELECT order_id, refund_id, type, value_minor FROM sales FINAL WHERE site = '${name}'
         ORDER BY order_id, refund_id`,
      ),
    /** The orders, the money and the entries of the one with this address. */
    async bought(email: string) {
      const lead = (await site.lead(email)) as Record<string, unknown> | undefined;
      const ids = await site.timeline(String(lead?.person_id));
      return { stage: lead?.stage, orders: lead?.orders, revenue: lead?.value_minor, ids };
    },
  };
};
const ada = { email: 'ada@a.test' };
const DAY = 24 * 60;
const merge = async () => {
  for (const table of ['events', 'sales', 'personal_data'])
    await test.store.command(`OPTIMIZE TABLE ${table} FINAL`);
};

describe('a purchase', () => {
  it('counts once per order, under whatever ids, whenever and of whomever it is sent again', async () => {
    const { server, sales, bought } = siteOf('once');
    const first = [purchase('e1', 0, '1001', 50), purchase('e2', 1, '1002', 20)];
    await server(ada, first);
    const before = [await sales(), await bought(ada.email)];
    expect(before).toMatchObject([
      [{ value_minor: 5000 }, { value_minor: 2000 }],
      { stage: 'customer', orders: 2, revenue: { EUR: 7000 }, ids: ['e2', 'e1'] },
    ]);
    await server(ada, first);
    await server(ada, first, { receivedAt: timeOf(DAY) });
    await server(ada, [purchase('other-id', DAY, '1001', 50)]);
    await server(ada, [purchase('other-value', DAY, '1001', 55)]);
    await server({ customer: '7', ...ada }, [purchase('with-customer', 2 * DAY, '1001', 50)]);
    await server({ customer: '7' }, [purchase('by-customer', 2 * DAY, '1001', 50)]);
    await server(ada, [purchase('with-visitor', 3 * DAY, '1001', 50)], { visitor: 'v-ada' });
    expect([await sales(), await bought(ada.email)]).toEqual(before);
    await merge();
    expect([await sales(), await bought(ada.email)]).toEqual(before);
  });

  it('told twice in one batch counts as it was told first, however the rows are stored', async () => {
    const { server, bought } = siteOf('twice');
    const told = (id: string, value: number) => ({ id, at: 0, type: 'conversion', orderId: '1', value });
    await server(ada, [told('first', 10), told('second', 20)]);
    await merge();
    expect(await bought(ada.email)).toMatchObject({ orders: 1, ids: ['first'] });
  });

  it('and the browser’s conversion are one order, told by the server, whichever came first', async () => {
    for (const [run, serverFirst] of [true, false].entries()) {
      const { browser, server, sales, bought } = siteOf(`both-${run}`);
      const steps = [
        () => browser('v1', [page('p1', 0), form('f1', 1, ada), { ...order('o1', 2, 60), orderId: '1001' }]),
        () => server(ada, [purchase('s1', 3, '1001', 50)], { visitor: 'v1' }),
      ];
      for (const step of serverFirst ? steps.reverse() : steps) await step();
      expect(await sales()).toEqual([
        { order_id: '1001', refund_id: '', type: 'purchase', value_minor: 5000 },
      ]);
      expect(await bought(ada.email)).toEqual({
        stage: 'customer',
        orders: 1,
        revenue: { EUR: 5000 },
        ids: ['s1', 'f1', 'p1'],
      });
    }
  });

  it('is one person’s where the browser was another’s', async () => {
    const { browser, server, bought, sales } = siteOf('two');
    await browser('v1', [form('f1', 0, { email: 'bob@a.test' }), { ...order('o1', 1, 50), orderId: '1001' }]);
    await server(ada, [purchase('s1', 2, '1001', 50)]);
    expect(await sales()).toHaveLength(1);
    expect(await bought(ada.email)).toMatchObject({ orders: 1, revenue: { EUR: 5000 }, ids: ['s1'] });
    expect(await bought('bob@a.test')).toMatchObject({ orders: 0, revenue: {}, ids: ['o1', 'f1'] });
  });

  it('ties the browser to the person, and what was seen there before', async () => {
    const { browser, server, timeline, lead } = siteOf('tie');
    await browser('v1', [page('p1', 0, 'https://shop.test/?utm_source=News')]);
    await server(ada, [purchase('s1', 5, '1001', 50)], { visitor: 'v1' });
    const found = (await lead(ada.email)) as { person_id: string };
    expect(found).toMatchObject({ source: 'News', first_touch_source: 'News', page_views: 1 });
    expect(await timeline(found.person_id)).toEqual(['s1', 'p1']);
  });
});

describe('a refund', () => {
  it('is a negative amount of the order, as often as there are refunds', async () => {
    const { server, sales, bought, query, lead } = siteOf('refunds');
    await server(ada, [
      purchase('e1', 0, '1001', 50),
      refund('e2', 1, '1001', 10, 'r1'),
      refund('e3', 2, '1001', 10, 'r2'),
      refund('e4', 3, '1001', 5),
      refund('e5', 4, '1001', 5),
    ]);
    const before = [await sales(), await bought(ada.email)];
    expect(before).toMatchObject([
      [5000, -500, -500, -1000, -1000].map((value_minor) => ({ value_minor })),
      { stage: 'customer', orders: 1, revenue: { EUR: 2000 }, ids: ['e5', 'e4', 'e3', 'e2', 'e1'] },
    ]);
    const { person_id } = (await lead(ada.email)) as { person_id: string };
    expect((await query('timeline', { person: person_id })).rows[0]).toMatchObject({
      type: 'refund',
      order_id: '1001',
      value_minor: -500,
      currency: 'EUR',
    });
    // The same refunds: under other event ids where they have an id of their own, else under the same.
    await server(ada, [refund('again', DAY, '1001', 10, 'r1'), refund('e4', DAY, '1001', 5)]);
    await server({ customer: '7', ...ada }, [refund('once-more', 2 * DAY, '1001', 10, 'r2')]);
    await server(ada, [refund('by-visitor', 3 * DAY, '1001', 10, 'r2')], { visitor: 'v1' });
    expect([await sales(), await bought(ada.email)]).toEqual(before);
    await merge();
    expect([await sales(), await bought(ada.email)]).toEqual(before);
  });

  it('has a number within its order', async () => {
    const { server, bought } = siteOf('numbers');
    await server(ada, [
      purchase('e1', 0, '1001', 50),
      purchase('e2', 1, '1002', 50),
      refund('e3', 2, '1001', 10, '1'),
      refund('e4', 3, '1002', 10, '1'),
      refund('e5', 4, "1001','1", 10, 'x'),
    ]);
    expect(await bought(ada.email)).toMatchObject({ orders: 2, revenue: { EUR: 7000 } });
  });

  it('makes a customer, since they have bought, and keeps currencies apart', async () => {
    const { server, bought } = siteOf('alone');
    await server(ada, [{ ...refund('e1', 0, '1001', 10), currency: 'JPY' }, purchase('e2', 1, '1002', 3)]);
    expect(await bought(ada.email)).toMatchObject({ stage: 'customer', revenue: { JPY: -10, EUR: 300 } });
  });
});

describe('money', () => {
  it('adds up to the same whatever is sent again, under other ids and of another browser', async () => {
    const at = fc.integer({ min: 0, max: 20 });
    const value = fc.integer({ min: 1, max: 10_000_000 }).map((minor) => minor / 100);
    const number = fc.integer({ min: 1, max: 4 }).map(String);
    const sale = fc.oneof(
      fc.record({ kind: fc.constant('purchase' as const), at, value, orderId: number }),
      fc.record({ kind: fc.constant('refund' as const), at, value, orderId: number, refundId: number }),
    );
    /** An order's value is the shop's; each copy of it has it. */
    const keyOf = (one: { orderId: string; refundId?: string }) => `${one.orderId} ${one.refundId ?? ''}`;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(sale, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (sold, again) => {
          const { server, bought, sales } = siteOf(`sums-${run++}`);
          const facts = new Map(sold.map((one) => [keyOf(one), one]));
          const copies = [
            ...facts.values(),
            ...again.map((index) => [...facts.values()][index % facts.size]),
          ];
          const total = [...facts.values()].reduce(
            (sum, one) => sum + Math.round(one.value * 100) * (one.kind === 'refund' ? -1 : 1),
            0,
          );
          for (const [index, one] of copies.entries()) {
            if (!one) continue;
            const event: Sent =
              one.kind === 'refund'
                ? refund(`e${index}`, one.at, one.orderId, one.value, one.refundId)
                : purchase(`e${index}`, one.at, one.orderId, one.value);
            await server(ada, [event], index % 3 === 0 ? { visitor: 'v1' } : {});
          }
          const { revenue } = await bought(ada.email);
          expect(Object.values(revenue as object).reduce((sum, minor) => sum + minor, 0)).toBe(total);
          expect((await sales()).reduce((sum, { value_minor }) => sum + value_minor, 0)).toBe(total);
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe('what reps enter', () => {
  const contact = (id: string, at: number, rest: object): Sent => ({
    id,
    at,
    type: 'contact_logged',
    ...rest,
  });
  const entered = (id: string, at: number, email: string): Sent => ({ id, at, type: 'lead_entered', email });

  it('is a lead until the other side shows interest', async () => {
    const { server, lead } = siteOf('interest');
    const stageAfter = async (name: string, events: Sent[]) => {
      const email = `${name}@a.test`;
      await server({ email }, [entered(`l-${name}`, 0, email), ...events]);
      return ((await lead(email)) as { stage: string }).stage;
    };
    const call = { channel: 'call' };
    expect(await stageAfter('nothing', [])).toBe('lead');
    expect(await stageAfter('note', [contact('c1', 1, { channel: 'note' })])).toBe('lead');
    expect(await stageAfter('called', [contact('c2', 1, { ...call, direction: 'outbound' })])).toBe('lead');
    expect(await stageAfter('staged', [{ id: 's1', at: 1, type: 'stage_changed', stage: 'qualified' }])).toBe(
      'lead',
    );
    expect(await stageAfter('owned', [{ id: 'a1', at: 1, type: 'owner_assigned', owner: 'mia' }])).toBe(
      'lead',
    );
    expect(await stageAfter('twice', [entered('l2', 1, 'twice@a.test')])).toBe('lead');
    expect(await stageAfter('calls', [contact('c3', 1, { ...call, direction: 'inbound' })])).toBe('prospect');
    expect(await stageAfter('met', [contact('c4', 1, { channel: 'meeting' })])).toBe('prospect');
    expect(await stageAfter('says', [{ id: 'b1', at: 1, type: 'feedback', text: 'Good' }])).toBe('prospect');
    expect(await stageAfter('buys', [purchase('p1', 1, '1001', 5)])).toBe('customer');
  });

  it('tells whose a lead is and how far it has come, by the latest word', async () => {
    const { server, lead, query } = siteOf('status');
    await server(ada, [
      { id: 'l1', at: 0, type: 'lead_entered', email: ada.email, name: 'Ada', source: 'Trade fair' },
      { id: 'a2', at: 9, type: 'owner_assigned', owner: 'lee' },
      { id: 's2', at: 9, type: 'stage_changed', stage: 'qualified' },
      { id: 's3', at: 10, type: 'stage_changed', stage: 'Proposal sent' },
    ]);
    // Told later, of before.
    await server(ada, [
      { id: 'a1', at: 2, type: 'owner_assigned', owner: 'mia' },
      { id: 's1', at: 2, type: 'stage_changed', stage: 'working' },
    ]);
    expect((await query('leads')).rows).toMatchObject([
      {
        name: 'Ada',
        source: 'Trade fair',
        owner: 'lee',
        status: 'qualified',
        last_seen: timeOf(0),
        events: 6,
      },
    ]);
    await server(ada, [{ id: 'a3', at: 20, type: 'owner_assigned', owner: '' }]);
    expect(await lead(ada.email)).toMatchObject({ owner: '' });
  });

  it('stands on the timeline with what was written', async () => {
    const { server, lead, query } = siteOf('written');
    await server(ada, [
      contact('c1', 1, { channel: 'call', direction: 'outbound', subject: 'Offer', notes: 'Wants two' }),
    ]);
    const { person_id } = (await lead(ada.email)) as { person_id: string };
    expect((await query('timeline', { person: person_id })).rows).toMatchObject([
      {
        type: 'contact_logged',
        fields: { subject: ['Offer'] },
        message: 'Wants two',
        props: { channel: 'call', direction: 'outbound' },
      },
    ]);
  });

  it('is of many people in one batch', async () => {
    const { server, query } = siteOf('many');
    const events = ['ada', 'bob', 'eve'].map((name, at) => ({
      ...purchase(`e-${name}`, at, `o-${name}`, 10),
      person: { email: `${name}@a.test` },
    }));
    await server({}, events);
    expect((await query('leads')).rows).toMatchObject(
      ['eve', 'bob', 'ada'].map((name) => ({
        email: `${name}@a.test`,
        orders: 1,
        value_minor: { EUR: 1000 },
      })),
    );
  });
});

it('orders from before the table of sales are in it', async () => {
  const older = await startStore(false);
  const before = migrations.filter(({ version }) => version < 7);
  await migrate(older.store, before);
  const site = fixtures(
    () => ({
      ...older,
      // Neither sales nor read models were there to be kept.
      insert: (rows) =>
        storeAlone(
          older.store,
          rows.filter(({ table }) => table !== 'sales'),
        ),
    }),
    'old',
  );
  await site.browser('v1', [identify('i1', 0, ada), order('o1', 1, 12.5)], { receivedAt: timeOf(3) });
  await migrate(older.store);
  await makeViews(older.store);
  await fillSite(older.store, 'old');
  expect(await site.query('leads')).toMatchObject({ rows: [{ orders: 1, value_minor: { EUR: 1250 } }] });
  // A retry of then, which goes by the new rules: still the same row.
  await fixtures(() => older, 'old').browser('v1', [order('o1', 1, 12.5)], { receivedAt: timeOf(DAY) });
  expect(await site.query('leads')).toMatchObject({
    rows: [{ orders: 1, events: 2, value_minor: { EUR: 1250 } }],
  });
  await older.stop();
});
