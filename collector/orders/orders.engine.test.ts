import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
import { runNamed } from '../queries/run.js';
import { fixtures, form, identify, order, refund, type Sent, timeOf } from '../queries/testing.js';
import { startStore, type TestStore } from '../store/testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const ada = { email: 'ada@a.test' };
const line = (product: string, quantity: number, price: number | string, rest: object = {}) => ({
  product,
  quantity,
  price,
  ...rest,
});
const sold = (id: string, at: number, orderId: string, rest: object): Sent => ({
  id,
  at,
  type: 'purchase',
  orderId,
  ...rest,
});
const changed = (id: string, at: number, orderId: string, revision: number, rest: object): Sent => ({
  id,
  at,
  type: 'order_changed',
  orderId,
  revision,
  ...rest,
});
const decided = (id: string, at: number, type: string, orderId: string): Sent => ({ id, at, type, orderId });

const siteOf = (name: string) => {
  const site = fixtures(() => test, name);
  const rows = async <Name extends 'purchases' | 'refunds' | 'products' | 'customers' | 'owners'>(
    query: Name,
    parameters: Record<string, string> = {},
  ) => (await site.query(query, parameters)).rows as QueryRow<Name>[];
  return { ...site, rows };
};

describe('an order', () => {
  it('is what it was changed to last, whatever comes when; gross, refunds and net stand apart', async () => {
    const site = siteOf('changes');
    await site.server(ada, [
      sold('e1', 0, '1001', {
        lines: [
          line('mug', 2, '12.50', { discount: 5, tax: 3.47, serial: 'S-1', warrantyUntil: '2028-11-30' }),
          line('tea', 1, 4),
        ],
        reps: ['rosa'],
        instructions: 'Ring twice',
      }),
      changed('e3', 2, '1001', 2, { lines: [line('mug', 3, '12.50'), line('tea', 1, 4)] }),
      changed('e2', 1, '1001', 1, { value: 1 }),
    ]);
    const [row] = await site.rows('purchases');
    expect(row).toMatchObject({
      order_id: '1001',
      email: 'ada@a.test',
      status: 'placed',
      value_minor: 4150,
      refunded_minor: 0,
      net_minor: 4150,
      revision: 2,
      reps: ['rosa'],
      instructions: 'Ring twice',
      products: ['mug', 'tea'],
    });
    await site.server(ada, [
      { ...refund('r1', 3, '1001', 12.5, 'r1'), lines: [line('mug', 1, '12.50')], reason: 'Broken' },
      refund('r2', 4, '1001', 2.9, 'r2'),
    ]);
    expect((await site.rows('purchases'))[0]).toMatchObject({
      status: 'partly_refunded',
      value_minor: 4150,
      refunded_minor: 1540,
      net_minor: 2610,
    });
    expect(await site.rows('refunds')).toMatchObject([
      { refund_id: 'r2', order_id: '1001', refunded_minor: 290, value_minor: 4150, reason: '' },
      { refund_id: 'r1', refunded_minor: 1250, reason: 'Broken', ordered_at: row?.ts },
    ]);
    expect(await site.rows('customers')).toMatchObject([
      {
        orders: 1,
        gross_minor: { EUR: 4150 },
        refunds_minor: { EUR: 1540 },
        net_minor: { EUR: 2610 },
        days_to_purchase: 0,
      },
    ]);
    // What was given back without lines is of each line by its part: 290 of 37.50 and 4.
    expect(await site.rows('products')).toMatchObject([
      {
        product: 'mug',
        units: 3,
        gross_minor: 3750,
        refunds_minor: 1250 + 262,
        price_avg_minor: 1250,
        price_median_minor: 1250,
      },
      {
        product: 'tea',
        units: 1,
        gross_minor: 400,
        refunds_minor: 28,
        price_min_minor: 400,
        price_max_minor: 400,
      },
    ]);
  });

  it('that is cancelled counts nowhere until it is reinstated', async () => {
    const site = siteOf('cancelled');
    await site.server(ada, [
      sold('e1', 0, '1', { value: 10 }),
      refund('r', 1, '1', 4),
      decided('c', 2, 'order_cancelled', '1'),
    ]);
    expect(await site.rows('purchases')).toMatchObject([{ status: 'cancelled', value_minor: 1000 }]);
    expect(await site.rows('customers')).toEqual([]);
    expect(await site.lead(ada.email)).toMatchObject({ orders: 0, value_minor: {} });
    await site.server(ada, [decided('i', 3, 'order_reinstated', '1')]);
    expect(await site.rows('customers')).toMatchObject([{ orders: 1, net_minor: { EUR: 600 } }]);
    // Told late, of before.
    await site.server(ada, [decided('c2', 2.5, 'order_cancelled', '1')]);
    expect(await site.rows('purchases')).toMatchObject([{ status: 'partly_refunded' }]);
  });

  it('may be given back before it came, beyond what it is worth and in another currency', async () => {
    const site = siteOf('odd');
    await site.server(ada, [
      refund('r1', 0, '1', 30, 'r1'),
      { ...refund('r2', 1, '1', 7, 'r2'), currency: 'JPY' },
    ]);
    expect(await site.rows('purchases')).toEqual([]);
    expect(await site.rows('refunds')).toHaveLength(2);
    await site.server(ada, [sold('e1', 2, '1', { value: 20 })]);
    expect(await site.rows('purchases')).toMatchObject([
      {
        status: 'refunded',
        value_minor: 2000,
        refunded_minor: 3000,
        net_minor: -1000,
        refunds_minor: { EUR: 3000, JPY: 7 },
      },
    ]);
    expect(await site.rows('customers')).toMatchObject([
      {
        gross_minor: { EUR: 2000 },
        refunds_minor: { EUR: 3000, JPY: 7 },
        net_minor: { EUR: -1000, JPY: -7 },
      },
    ]);
    expect(await site.rows('refunds')).toMatchObject([
      { refund_id: 'r2', refunded_minor: 7, currency: 'JPY', value_minor: 2000, order_currency: 'EUR' },
      { refund_id: 'r1', refunded_minor: 3000, currency: 'EUR', order_currency: 'EUR' },
    ]);
  });

  it('is given back in its own currency, whatever the site’s is, where a refund names none', async () => {
    const site = siteOf('untold');
    await site.server(ada, [
      { ...refund('r0', 0, 'unknown', 2, 'r0') },
      sold('e1', 1, '1', { currency: 'JPY', lines: [line('mug', 2, 500), line('tea', 1, 100)] }),
      refund('r1', 2, '1', 50, 'r1'),
      { id: 'r2', at: 3, type: 'refund', orderId: '1', refundId: 'r2', lines: [line('mug', 1, 500)] },
      sold('e2', 4, '2', { currency: 'KWD', value: '12.345' }),
      refund('r3', 5, '2', 0.005, 'r3'),
    ]);
    expect(await site.rows('purchases', { sort: 'order_id', order: 'asc' })).toMatchObject([
      { order_id: '1', status: 'partly_refunded', refunded_minor: 550, refunds_minor: { JPY: 550 } },
      { order_id: '2', net_minor: 12340, refunds_minor: { KWD: 5 } },
    ]);
    expect(await site.rows('products', { search: 'mug' })).toMatchObject([
      { gross_minor: 1000, refunds_minor: 500 + 45 },
    ]);
    const [{ person_id: person = '' } = {}] = await site.rows('customers');
    const { rows } = await site.query('timeline', { person, type: 'refund' });
    expect(rows).toMatchObject([
      { order_id: '2', currency: 'KWD', value_minor: -5 },
      { currency: 'JPY', value_minor: -500, props: { lines: [{ price_minor: 500 }] } },
      { currency: 'JPY', value_minor: -50, props: { refundId: 'r1' } },
      // Of an order that nobody has told of yet it is the site's.
      { order_id: 'unknown', currency: 'EUR', value_minor: -200 },
    ]);
    expect(rows.some((row) => 'value_e4' in (row as { props: object }).props)).toBe(false);
  });

  it('has another day once that is changed, and a refund that was a mistake no more, until that is restored', async () => {
    const site = siteOf('mistakes');
    const retract = (id: string, at: number, more = {}) => ({
      ...{ id, at, type: 'retracted', event: 'r', orderId: '1' },
      ...more,
    });
    const acts: Sent[] = [
      sold('e', 0, '1', { value: 10 }),
      refund('r', 1, '1', 4),
      refund('r2', 1, '1', 1, 'own'),
      changed('c', 2, '1', 1, { value: 12, placedAt: timeOf(-1), reps: [] }),
      // Yet to come.
      changed('d', 3, '1', 2, { value: 13, placedAt: timeOf(30) }),
      retract('t', 4),
    ];
    for (const act of [...acts].reverse()) await site.server(ada, [act]);
    const now = async () => (await site.rows('purchases'))[0];
    expect(await now()).toMatchObject({ ts: timeOf(-1), value_minor: 1300, refunded_minor: 100 });
    const [{ person_id: person = '' } = {}] = await site.rows('customers');
    const struck = async () =>
      ((await site.query('timeline', { person, type: 'refund' })).rows as QueryRow<'timeline'>[])
        .filter(({ retracted_at }) => retracted_at > 0)
        .map(({ event_id }) => event_id);
    expect(await struck()).toEqual(['r']);
    await site.server(ada, [retract('u', 5, { restored: true })]);
    expect([await now(), await struck()]).toMatchObject([{ refunded_minor: 500 }, []]);
    // Nothing that does not name the order takes money away.
    await site.server(ada, [retract('w', 6, { orderId: undefined })]);
    expect([await now(), await struck()]).toMatchObject([{ refunded_minor: 500 }, []]);
  });

  it('keeps currencies without and with three decimals exactly', async () => {
    const site = siteOf('decimals');
    await site.server(ada, [
      sold('e1', 0, '1', { currency: 'JPY', lines: [line('mug', 3, 120)] }),
      sold('e2', 1, '2', { currency: 'KWD', lines: [line('mug', 3, '0.333')] }),
      { ...refund('r', 2, '2', 0.001), currency: 'KWD' },
    ]);
    expect(await site.rows('products', { sort: 'currency', order: 'asc' })).toMatchObject([
      { product: 'mug', currency: 'JPY', gross_minor: 360, price_avg_minor: 120 },
      { product: 'mug', currency: 'KWD', gross_minor: 999, refunds_minor: 1, net_minor: 998 },
    ]);
  });

  it('is theirs who bought it, however it was found out; what strangers say of it is not', async () => {
    const site = siteOf('whose');
    await site.browser('v1', [{ ...order('o', 0, 50), orderId: '1' }]);
    expect(await site.rows('purchases')).toMatchObject([{ order_id: '1', person_id: '' }]);
    await site.browser('v1', [form('f', 1, ada)]);
    expect(await site.rows('purchases')).toMatchObject([{ order_id: '1', email: ada.email }]);
    await site.browser('v2', [
      form('g', 2, { email: 'eve@a.test' }),
      { id: 'fb', at: 3, type: 'feedback', orderId: '1', rating: 1 },
    ]);
    expect(await site.rows('purchases')).toMatchObject([{ order_id: '1', email: ada.email, rating: null }]);
    await site.browser('v1', [
      { id: 'fa', at: 4, type: 'feedback', orderId: '1', rating: 4, ratingMax: 5, text: 'Fine' },
    ]);
    expect(await site.rows('purchases')).toMatchObject([{ rating: 4, rating_max: 5, feedback: 'Fine' }]);
    await site.server(ada, [{ id: 'fw', at: 4.5, type: 'feedback', orderId: '1', rating: 5 }]);
    await site.browser('v1', [{ id: 'fc', at: 4.6, type: 'feedback', orderId: '1', rating: 1 }]);
    expect(await site.rows('purchases')).toMatchObject([{ rating: 5 }]);
    // Joined with another id of theirs, it is told by whoever they are then.
    await site.server({ ...ada, customer: '7' }, [identify('i', 5, { ...ada, customer: '7' })]);
    const [{ person_id = '' } = {}] = await site.rows('customers');
    expect(await site.rows('purchases', { person: person_id })).toMatchObject([{ order_id: '1', person_id }]);
    expect(await site.rows('purchases', { person: 'p_0000000000000000000000' })).toEqual([]);
  });

  it('is the same in any order of arrival, and however often it comes', async () => {
    const acts: Sent[] = [
      sold('e1', 0, '1', { lines: [line('mug', 2, 10)], reps: ['rosa', 'ali'] }),
      changed('e2', 1, '1', 1, { lines: [line('mug', 1, 10)] }),
      changed('e3', 2, '1', 5, { lines: [line('mug', 3, 10), line('tea', 1, 1)], instructions: 'Gift' }),
      refund('e4', 3, '1', 3, 'r1'),
      { ...refund('e5', 4, '1', 1, 'r2'), lines: [line('tea', 1, 1)] },
      decided('e6', 5, 'order_cancelled', '1'),
      decided('e7', 6, 'order_reinstated', '1'),
    ];
    const whole = async (name: string, sent: readonly Sent[]) => {
      const site = siteOf(name);
      for (const [at, act] of sent.entries())
        await site.server(ada, [act], { receivedAt: Date.UTC(2026, 9, 20) + at });
      const without = ({ person_id: _, ...row }: { person_id: string }) => row;
      return [
        (await site.rows('purchases')).map(without),
        (await site.rows('refunds')).map(without),
        await site.rows('products'),
      ];
    };
    const inTurn = await whole('in-turn', acts);
    expect(inTurn).toMatchObject([
      [{ value_minor: 3100, refunded_minor: 400, instructions: 'Gift' }],
      [{}, {}],
      [{}, {}],
    ]);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(acts, { minLength: acts.length }),
        fc.subarray(acts),
        async (shuffled, again) => {
          expect(await whole(`any-${run++}`, [...shuffled, ...again])).toEqual(inTurn);
        },
      ),
      { numRuns: 5 },
    );
  });
});

it('products that nobody has bought are told beside those that sold, as their records have them', async () => {
  const site = siteOf('unsold');
  const record = (id: string, data: object) =>
    JSON.stringify({ site: 'unsold', kind: 'products', id, version: 1, at: 0, data: JSON.stringify(data) });
  await test.store.insert(
    'record_versions',
    [
      record('mug', { name: 'Mug', category: 'Cups', price: '12.50', currency: 'EUR' }),
      record('pot', { name: 'Pot', price: 30, currency: 'EUR' }),
    ],
    'unsold',
  );
  await site.server(ada, [
    sold('e1', 0, '1', { lines: [line('mug', 2, 11), line('odd', 1, 1)] }),
    sold('e2', 1, '2', { currency: 'USD', lines: [line('mug', 1, 13)] }),
  ]);
  const listed = async (parameters = {}) =>
    (await site.rows('products', { sort: 'product', order: 'asc', ...parameters })).map(
      ({ product, name, currency, units, list_price, price_avg_minor, prices, last_sold }) => [
        ...[product, name, currency, units, list_price, price_avg_minor, prices],
        last_sold > 0,
      ],
    );
  const pot = ['pot', 'Pot', 'EUR', 0, '30', null, [], false];
  expect(await listed()).toEqual([
    ['mug', 'Mug', 'EUR', 2, '12.5', 1100, [{ price_minor: 1100, units: 2 }], true],
    ['mug', 'Mug', 'USD', 1, null, 1300, [{ price_minor: 1300, units: 1 }], true],
    ['odd', '', 'EUR', 1, null, 100, [{ price_minor: 100, units: 1 }], true],
    pot,
  ]);
  // In days in which nothing was sold.
  expect(await listed({ to: '2020-01-01' })).toEqual([
    ['mug', 'Mug', 'EUR', 0, '12.5', null, [], false],
    pot,
  ]);
  expect(await listed({ search: 'pot' })).toEqual([pot]);
});

it('reps share an order as the site says, to the cent; without one it is the owner’s of the person', async () => {
  const site = siteOf('shares');
  const { query } = site;
  await site.server(ada, [
    { id: 'o', at: 0, type: 'owner_assigned', owner: 'Rosa@shop.test' },
    sold('e1', 1, '1', { value: '10.00', reps: ['ali', 'rosa@shop.test', 'can'] }),
    refund('r', 2, '1', 0.02, 'r1'),
    sold('e2', 3, '2', { value: 5 }),
  ]);
  const shares = async (salesShare: 'equally' | 'first' | 'each', parameters = {}) => {
    const { rows } = await query('owners', { sort: 'owner', order: 'asc', ...parameters }, { salesShare });
    return (rows as QueryRow<'owners'>[]).map(({ owner, orders, revenue_minor }) => [
      owner,
      orders,
      revenue_minor,
    ]);
  };
  expect(await shares('equally')).toEqual([
    ['ali', 1, { EUR: 333 }],
    ['can', 1, { EUR: 333 }],
    ['rosa@shop.test', 2, { EUR: 332 + 500 }],
  ]);
  expect(await shares('first')).toEqual([
    ['ali', 1, { EUR: 998 }],
    ['rosa@shop.test', 1, { EUR: 500 }],
  ]);
  expect((await shares('each')).map(([, , revenue]) => revenue)).toEqual([
    { EUR: 998 },
    { EUR: 998 },
    { EUR: 1498 },
  ]);
  expect(await shares('equally', { from: '2026-10-15' })).toEqual([['rosa@shop.test', 0, {}]]);
});

it('whoever sees their own people alone sees their orders alone, under whichever id they were told', async () => {
  const site = siteOf('own');
  const eve = { email: 'eve@a.test' };
  await site.server(ada, [{ id: 'o', at: 0, type: 'owner_assigned', owner: 'rosa' }]);
  await site.server({ ...ada, customer: '7' }, [identify('i', 1, { ...ada, customer: '7' })]);
  await site.server({ customer: '7' }, [
    sold('e1', 2, 'hers', { lines: [line('mug', 1, 5)] }),
    refund('r1', 3, 'hers', 1),
  ]);
  await site.server(eve, [
    sold('e2', 4, 'another', { lines: [line('mug', 1, 5)] }),
    refund('r2', 5, 'another', 1),
  ]);
  const seen = async (query: string, owners: string[]) => {
    const asker = { owners, within: [], note: async () => undefined };
    const { rows } = await runNamed(test.store, query, new URLSearchParams({ site: 'own' }), { asker });
    return (rows as { order_id: string }[]).map(({ order_id }) => order_id);
  };
  for (const query of ['purchases', 'refunds']) {
    expect(await seen(query, ['rosa'])).toEqual(['hers']);
    expect(await seen(query, ['mia'])).toEqual([]);
    expect(await seen(query, [])).toEqual(['another', 'hers']);
  }
  const soldTo = async (owners: string[]) => {
    const asker = { owners, within: [], note: async () => undefined };
    const { rows } = await runNamed(test.store, 'products', new URLSearchParams({ site: 'own' }), { asker });
    return (rows as QueryRow<'products'>[]).map(({ units, gross_minor, refunds_minor }) => [
      units,
      gross_minor,
      refunds_minor,
    ]);
  };
  expect([await soldTo(['rosa']), await soldTo(['mia']), await soldTo([])]).toEqual([
    [[1, 500, 100]],
    [],
    [[2, 1000, 200]],
  ]);
});
