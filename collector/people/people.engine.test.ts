import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyReadModels } from '../../schemas/read_models.js';
import { findDuplicates } from '../jobs/find_duplicates.js';
import { ingest } from '../pipeline/index.js';
import { envelopeOf, NOW } from '../pipeline/testing.js';
import { fixtures, form, identify, MINUTE, order, page, purchase } from '../queries/testing.js';
import { startStore, type TestStore } from '../store/testing.js';
import { ByHand } from './by_hand.js';
import { fillSite, targetOf } from './testing.js';

// Hundreds of statements take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

type Lead = {
  person_id: string;
  email: string;
  name: string;
  emails: string[];
  customers: string[];
} & Record<string, unknown>;
const siteOf = (name: string) => fixtures(() => test, name);
const leadsOf = async (site: string) => (await siteOf(site).query('leads', { limit: '1000' })).rows as Lead[];
/** Who is one person, by their e-mails and customer ids. */
const crowdsOf = async (site: string) =>
  (await leadsOf(site)).map(({ emails, customers }) => [...emails, ...customers].join(' ')).sort();

const byHand = () => {
  const { models } = targetOf(test.store);
  return new ByHand(test.store, { store: (rows) => test.insert(rows) }, models);
};
const rep = { by: 'user:eva', owners: [] };

describe('strangers', () => {
  it('cannot make a crowd one person by one customer id', async () => {
    const { browser, server } = siteOf('crowd');
    await server({ email: 'ada@a.test', customer: '1' }, [purchase('o1', 0, 'o-1', 10)]);
    await browser('v1', [form('f1', 1, { email: 'bob@a.test' })]);
    await browser('stranger', [
      ...['ada', 'bob', 'eve'].map((name, at) =>
        identify(`i${at}`, 2, { email: `${name}@a.test`, customer: '1' }),
      ),
    ]);
    expect((await leadsOf('crowd')).map(({ email, orders }) => [email, orders]).sort()).toEqual([
      ['ada@a.test', 1],
      ['bob@a.test', 0],
      ['eve@a.test', 0],
    ]);
    const crowd = Array.from({ length: 25 }, (_, at) =>
      identify(`c${at}`, 3, { email: `m${at}@a.test`, customer: '1' }),
    );
    await browser('stranger', crowd);
    // The owner is told of each identifier, by what it is.
    const many = Array.from({ length: 25 }, (_, at) =>
      identify(`d${at}`, 4, { email: 'desk@a.test', customer: `n${at}` }),
    );
    await browser('stranger', many);
    const notes = async (query: string) =>
      ((await siteOf('crowd').query(query)).rows as { message: string }[])
        .map(({ message }) => message)
        .sort();
    const told = [
      'The customer id "1" came with many others: none of them is joined with it.',
      'The e-mail address de… at a.test came with many others: none of them is joined with it.',
    ];
    expect(await notes('rejected_events')).toEqual(told);
    expect(await notes('rejected_reasons')).toEqual(told);
    expect(await leadsOf('crowd')).toHaveLength(29);
  });

  it('cannot rewrite what a server has said, nor shorten what a form has', async () => {
    const { browser, server, lead, query } = siteOf('rewriting');
    await browser('v0', [form('f0', 0, { email: 'ada@a.test', name: 'A. Lovelace' })]);
    await server({ email: 'ada@a.test' }, [
      {
        id: 'l1',
        at: 1,
        type: 'lead_entered',
        email: 'ada@a.test',
        name: 'Ada Lovelace',
        company: 'Engines',
      },
    ]);
    await browser('v1', [
      form('f1', 2, { email: 'ada@a.test', name: 'Mallory', company: 'Evil', tel: '+34600111222' }),
    ]);
    expect(await lead('ada@a.test')).toMatchObject({
      name: 'Ada Lovelace',
      company: 'Engines',
      phone: '+34600111222',
    });
    const { rows } = await query('said', { person: (await lead('ada@a.test'))?.person_id ?? '' });
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ attribute: 'name', value: 'Mallory', is_word: false, type: 'form_submit' }),
        expect.objectContaining({
          attribute: 'name',
          value: 'Ada Lovelace',
          is_word: true,
          type: 'lead_entered',
        }),
      ]),
    );
    await browser('v2', [form('f2', 3, { email: 'bob@a.test', name: 'Bob Babbage' })]);
    await browser('v2', [form('f3', 4, { email: 'bob@a.test', name: 'Bob' })]);
    expect(await lead('bob@a.test')).toMatchObject({ name: 'Bob Babbage' });
    await browser('v2', [form('f4', 5, { email: 'bob@a.test', name: 'Robert Babbage' })]);
    expect(await lead('bob@a.test')).toMatchObject({ name: 'Robert Babbage' });
  });

  it('cannot take an order that the shop’s server tells of', async () => {
    const { browser, server, lead } = siteOf('orders');
    await browser('stranger', [
      form('f1', 0, { email: 'mallory@a.test' }),
      { ...order('o', 1, 1), orderId: '77' },
    ]);
    expect(await lead('mallory@a.test')).toMatchObject({
      ...{ stage: 'customer', orders: 1, value_minor: { EUR: 100 } },
    });
    await server({ email: 'ada@a.test' }, [{ ...order('o2', 2, 99), orderId: '77' }]);
    expect(await lead('ada@a.test')).toMatchObject({ orders: 1, value_minor: { EUR: 9900 } });
    expect(await lead('mallory@a.test')).toMatchObject({ stage: 'prospect', orders: 0, value_minor: {} });
  });

  it('cannot put their advertisement before a known person’s sale', async () => {
    const { browser, lead } = siteOf('touches');
    await browser('v1', [
      page('p1', 0, 'https://shop.test/?utm_source=news'),
      form('f1', 1, { email: 'ada@a.test' }),
    ]);
    const DAYS = 24 * 60;
    await browser('stranger', [page('p2', -59 * DAYS, 'https://shop.test/?utm_source=evil')], {
      receivedAt: NOW + 2 * MINUTE,
    });
    await browser('stranger', [identify('i1', 3, { email: 'ada@a.test' })]);
    const touched = { source: 'news', first_touch_source: 'news', last_touch_source: 'news' };
    expect(await lead('ada@a.test')).toMatchObject(touched);
    // What came while it happened was theirs, though nobody knew it yet.
    await browser('phone', [page('p3', 4, 'https://shop.test/?utm_source=ads')]);
    await browser('phone', [form('f2', 5, { email: 'ada@a.test' })]);
    expect(await lead('ada@a.test')).toMatchObject({ ...touched, last_touch_source: 'ads' });
    // Who lies about when they did something lies about when they said who they are.
    await browser(
      'liar',
      [
        identify('i2', -3 * DAYS, { email: 'ada@a.test' }),
        page('p4', -3 * DAYS + 1, 'https://shop.test/?utm_source=evil'),
      ],
      { receivedAt: NOW + 6 * MINUTE },
    );
    expect(await lead('ada@a.test')).toMatchObject({
      ...touched,
      last_touch_source: 'ads',
      captured_at: NOW + MINUTE,
    });
  });

  it('cannot drown what a server has said by saying much', async () => {
    const { browser, server, lead, query } = siteOf('drowning');
    await server({ email: 'ada@a.test', customer: 'K-1' }, [
      { id: 'l1', at: 0, type: 'lead_entered', name: 'Ada', company: 'Engines' },
    ]);
    for (let part = 0; part < 3; part++)
      await browser(
        'stranger',
        Array.from({ length: 50 }, (_, at) =>
          identify(`i${part}-${at}`, 1, {
            email: 'ada@a.test',
            name: `Mallory ${part}-${at} ${'m'.repeat(180)}`,
            company: `Evil ${part}-${at}`,
          }),
        ),
      );
    const ada = await lead('ada@a.test');
    expect(ada).toMatchObject({ name: 'Ada', company: 'Engines' });
    const { rows } = await query('said', { person: String(ada?.person_id) });
    expect(rows).toContainEqual(expect.objectContaining({ attribute: 'name', value: 'Ada', is_word: true }));
    for (const search of ['Ada Engines', 'K-1'])
      expect((await query('leads', { search })).rows, search).toHaveLength(1);
  });

  it('cannot push out whom they name from any number of browsers', async () => {
    const { browser, server, lead } = siteOf('browsers');
    await browser('v1', [
      page('p1', 0, 'https://shop.test/?utm_source=news'),
      form('f1', 1, { email: 'ada@a.test' }),
    ]);
    // In one insert, as a flood comes.
    const flood = Array.from({ length: 1_100 }, (_, at) =>
      envelopeOf({
        site: { id: 'browsers' },
        receivedAt: NOW + 3 * MINUTE,
        batch: {
          visitor: `s${at}`,
          events: [{ ...identify(`s${at}`, 0, { email: 'ada@a.test' }), ts: NOW + 2 * MINUTE }],
        },
      }),
    );
    await test.insert(flood.flatMap((envelope) => ingest(envelope).rows));
    await server({ email: 'ada@a.test' }, [purchase('o1', 3, 'o-1', 10)]);
    // Nor what a server says later of a browser that nobody knew.
    await server({ email: 'ada@a.test' }, [purchase('o2', 4, 'o-2', 10)], { visitor: 'late' });
    expect(await lead('ada@a.test')).toMatchObject({ source: 'news', orders: 2, visitors: 999 });
  });

  it('cannot make money that no number can tell', async () => {
    const { browser, lead } = siteOf('money');
    await browser('v1', [form('f1', 0, { email: 'ada@a.test' })]);
    for (let part = 0; part < 30; part++)
      await browser(
        'v1',
        Array.from({ length: 50 }, (_, at) => order(`${part}-${at}`, 1, 9e13)),
      );
    expect((await lead('ada@a.test'))?.value_minor).toEqual({ EUR: Number.MAX_SAFE_INTEGER });
  });
});

describe('by hand', () => {
  it('two are one and two again, as they were, and stay so whatever is claimed again', async () => {
    const { browser, server, lead } = siteOf('hand');
    await browser('v1', [form('f1', 0, { email: 'ada@a.test', name: 'Ada' })]);
    await browser('v2', [form('f2', 1, { email: 'bob@a.test', name: 'Bob' }), order('o1', 2, 10)]);
    const idOf = async (email: string) => (await lead(email))?.person_id ?? '';
    const [ada, bob] = [await idOf('ada@a.test'), await idOf('bob@a.test')];
    const before = await leadsOf('hand');
    const joined = await byHand().join('hand', [ada, bob], rep);
    expect(await leadsOf('hand')).toMatchObject([
      { person_id: joined, emails: ['ada@a.test', 'bob@a.test'], orders: 1, events: 3 },
    ]);
    for (const person of [ada, bob])
      expect((await siteOf('hand').query('person', { person })).rows).toMatchObject([{ person_id: joined }]);
    // What comes meanwhile goes with the identifier that it came with.
    await server({ email: 'bob@a.test' }, [purchase('o2', 3, 'o-2', 5)]);
    const both = await byHand().apart('hand', [ada, bob], rep);
    expect(await leadsOf('hand')).toHaveLength(1);
    await byHand().separate('hand', [ada, bob], rep);
    for (const [side, person] of [ada, bob].entries()) {
      const [row] = (await siteOf('hand').query('person', { person })).rows;
      // Which only a query tells.
      const { company_is_derived, next_step, next_step_at, was_assigned, score, score_reasons, ...told } =
        row as Record<string, unknown>;
      expect([company_is_derived, next_step, next_step_at, was_assigned]).toEqual([false, '', 0, false]);
      expect([score, score_reasons]).toEqual([0, {}]);
      expect(both[side]).toMatchObject(told);
    }
    const after = await leadsOf('hand');
    expect(after.find(({ person_id }) => person_id === ada)).toEqual(
      before.find(({ person_id }) => person_id === ada),
    );
    expect(after.find(({ person_id }) => person_id === bob)).toMatchObject({ orders: 2, events: 3 });
    await server({ email: 'ada@a.test', customer: '9' }, [purchase('o3', 4, 'o-3', 1)]);
    await server({ email: 'bob@a.test', customer: '9' }, [purchase('o4', 5, 'o-4', 1)]);
    expect(await leadsOf('hand')).toHaveLength(2);
    await byHand().join('hand', [bob, ada], rep);
    expect(await leadsOf('hand')).toMatchObject([{ orders: 4 }]);
  });

  it('nothing is left of whom only what was retracted told, whichever of their ids they go by', async () => {
    const { server } = siteOf('retracted');
    for (let who = 0; who < 8; who++) {
      const [email, customer] = [`p${who}@a.test`, `c${who}`];
      await server({ email, customer }, [{ id: `l${who}`, at: who, type: 'lead_entered', email, customer }]);
      await server({ email }, [{ id: `r${who}`, at: who + 1, type: 'retracted', event: `l${who}` }]);
    }
    expect(await leadsOf('retracted')).toEqual([]);
  });

  it('whom only what was retracted made one are two, whichever of their ids they go by, until it is restored', async () => {
    const { server, browser, lead, query } = siteOf('untold');
    const call = (id: string, at: number) => ({ id, at, type: 'contact_logged', channel: 'call' });
    const retract = (id: string, at: number, event: string, more = {}) => ({
      ...{ id, at, type: 'retracted', event },
      ...more,
    });
    for (let who = 0; who < 3; who++) {
      const [email, customer] = [`p${who}@a.test`, `c${who}`];
      await server({ email, customer }, [{ id: `l${who}`, at: 0, type: 'lead_entered', email, customer }]);
      await server({ email }, [{ id: `e${who}`, at: 1, type: 'lead_entered', email }]);
      await server({ customer }, [{ id: `c${who}`, at: 1, type: 'lead_entered', customer }]);
      await server({ email }, [retract(`r${who}`, 2, `l${who}`)]);
    }
    const two = Array.from({ length: 3 }, (_, who) => [`c${who}`, `p${who}@a.test`])
      .flat()
      .sort();
    expect(await crowdsOf('untold')).toEqual(two);
    // Said by two, it stands as long as one of them does.
    const [email, customer] = ['p0@a.test', 'c0'];
    await server({ email, customer }, [call('o1', 3)]);
    await server({ email, customer }, [call('o2', 4)]);
    await server({ email }, [retract('s1', 5, 'o1')]);
    expect(await crowdsOf('untold')).toContain('p0@a.test c0');
    await server({ email }, [retract('s2', 6, 'o2')]);
    expect(await crowdsOf('untold')).toEqual(two);
    await server({ email }, [retract('s3', 7, 'o2', { restored: true })]);
    expect(await crowdsOf('untold')).toContain('p0@a.test c0');

    // An address that a rep has changed: what comes by it is theirs, until that is taken back.
    for (let who = 1; who < 3; who++) {
      const { person_id: id = '' } = (await lead(`p${who}@a.test`)) ?? {};
      await server({ id }, [{ id: `n${who}`, at: 8, type: 'person_changed', email: ` N${who}@A.test` }]);
      await browser(`v${who}`, [form(`f${who}`, 9, { email: `n${who}@a.test` })]);
      const changed = await lead(`n${who}@a.test`);
      expect(changed).toMatchObject({ email: `n${who}@a.test`, form_submits: 1 });
      // Under the id under which it was told.
      const [told] = (await query('timeline', { person: changed?.person_id ?? '', type: 'person_changed' }))
        .rows;
      await server({ id: (told as { told_of: string }).told_of }, [retract(`t${who}`, 10, `n${who}`)]);
      expect(await lead(`p${who}@a.test`)).toMatchObject({ email: `p${who}@a.test`, form_submits: 0 });
      expect(await lead(`n${who}@a.test`)).toMatchObject({ form_submits: 1 });
    }
  });

  it('a decision that is taken back is none: claims and words tell again, and suspects are suspects', async () => {
    const { browser, lead, query } = siteOf('undecided');
    const idOf = async (email: string) => (await lead(email))?.person_id ?? '';
    const tel = '+34600111222';
    await browser('v1', [form('f1', 0, { email: 'ada@a.test', tel })]);
    await browser('v2', [form('f2', 1, { email: 'al@b.test', tel })]);
    await browser('v3', [identify('i1', 2, { email: 'ada@a.test', customer: '7' })]);
    const ids = [await idOf('ada@a.test'), await idOf('al@b.test')] as const;
    const { models } = targetOf(test.store);
    const job = findDuplicates(test.store, models, () => []);
    await job.step({ site: 'undecided', id: '', state: {}, signal: new AbortController().signal });
    const pairs = async () => (await query('duplicates')).rows;
    const [before, suspected] = [await leadsOf('undecided'), await pairs()];
    expect(suspected).toMatchObject([{ reasons: ['phone'] }]);
    expect(await byHand().undecide('undecided', ids, rep)).toEqual(ids);
    for (const decide of ['separate', 'join'] as const) {
      await byHand()[decide]('undecided', ids, rep);
      expect(await pairs()).toEqual([]);
      // From either side.
      await byHand().undecide('undecided', [ids[1], ids[0]], rep);
      expect(await leadsOf('undecided')).toEqual(before);
      expect(await pairs()).toEqual(suspected);
    }
  });

  it('whoever is joined with a third stays apart from whom they were separated, and is still suspected with others', async () => {
    const { browser, lead, query } = siteOf('third');
    const idOf = async (email: string) => (await lead(email))?.person_id ?? '';
    const tel = '+34600111222';
    for (const [at, name] of ['ada', 'al', 'eve'].entries())
      await browser(`v${at}`, [form(`f${at}`, at, { email: `${name}@a.test`, tel })]);
    for (const name of ['x', 'y']) await browser(name, [form(`f-${name}`, 5, { email: `${name}@a.test` })]);
    const [ada, al, eve] = [await idOf('ada@a.test'), await idOf('al@a.test'), await idOf('eve@a.test')];
    const { models } = targetOf(test.store);
    const job = findDuplicates(test.store, models, () => []);
    const search = () => job.step({ site: 'third', id: '', state: {}, signal: new AbortController().signal });
    const pairs = async () => {
      const now = await models.canonical('third', [ada, al, eve]);
      const names = new Map([ada, al, eve].map((id, at) => [now.get(id) ?? id, ['ada', 'al', 'eve'][at]]));
      return ((await query('duplicates')).rows as { person_id: string; other_id: string }[])
        .map(({ person_id, other_id }) => [names.get(person_id), names.get(other_id)].sort().join(' '))
        .sort();
    };
    await search();
    expect(await pairs()).toEqual(['ada al', 'ada eve', 'al eve']);
    await byHand().separate('third', [ada, al], rep);
    for (const [id, third] of [
      [ada, 'x@a.test'],
      [al, 'y@a.test'],
    ] as const) {
      await byHand().join('third', [id, await idOf(third)], rep);
      expect(await pairs()).toEqual(['ada eve', 'al eve']);
      await search();
      expect(await pairs()).toEqual(['ada eve', 'al eve']);
    }
  });

  it('a join that overrode what was separated before is taken back as a whole', async () => {
    const { browser, lead } = siteOf('whole');
    const idOf = async (email: string) => (await lead(email))?.person_id ?? '';
    for (const name of ['a', 'b', 'c', 'd'])
      await browser(name, [form(`f-${name}`, 0, { email: `${name}@a.test` })]);
    const [a, b, c, d] = [
      await idOf('a@a.test'),
      await idOf('b@a.test'),
      await idOf('c@a.test'),
      await idOf('d@a.test'),
    ];
    await byHand().separate('whole', [a, b], rep);
    const one = await byHand().join('whole', [a, c], rep);
    const other = await byHand().join('whole', [b, d], rep);
    const before = await leadsOf('whole');
    await byHand().join('whole', [one, other], rep);
    expect(await leadsOf('whole')).toHaveLength(1);
    expect(await byHand().undecide('whole', [one, other], rep)).toEqual([one, other]);
    expect(await leadsOf('whole')).toEqual(before);
  });

  it('of two who decide at once, whoever answers last says what stands', async () => {
    const { browser, lead } = siteOf('at-once');
    await browser('v1', [form('f1', 0, { email: 'ada@a.test' })]);
    await browser('v2', [form('f2', 1, { email: 'bob@a.test' })]);
    const idOf = async (email: string) => (await lead(email))?.person_id ?? '';
    const ids = [await idOf('ada@a.test'), await idOf('bob@a.test')] as const;
    for (let round = 0; round < 3; round++) {
      const told: number[] = [];
      const decide = async (decision: 'join' | 'separate') => {
        const answer = byHand()[decision]('at-once', ids, rep);
        const persons = await answer.catch(({ code, beside }) => {
          expect(code).toBe('decided_otherwise');
          return Object.values(beside as Record<string, string>);
        });
        told.push(new Set([persons].flat()).size);
      };
      await Promise.all([decide('join'), decide('separate')]);
      expect(await leadsOf('at-once')).toHaveLength(told.at(-1) ?? 0);
    }
  });

  it('nobody joins whom they do not see, nor whom there is not', async () => {
    const { browser, lead } = siteOf('unseen');
    await browser('v1', [form('f1', 0, { email: 'ada@a.test' })]);
    await browser('v2', [form('f2', 0, { email: 'bob@a.test' })]);
    const ids = [
      (await lead('ada@a.test'))?.person_id ?? '',
      (await lead('bob@a.test'))?.person_id ?? '',
    ] as const;
    const unknown = { code: 'person_unknown' };
    await expect(byHand().join('unseen', [ids[0], 'nobody'], rep)).rejects.toMatchObject(unknown);
    await expect(byHand().join('unseen', ids, { ...rep, owners: ['eva'] })).rejects.toMatchObject(unknown);
    await expect(byHand().separate('unseen', [ids[0], ids[0]], rep)).rejects.toMatchObject(unknown);
  });
});

const EMAILS = ['ada@a.test', 'bob@a.test', 'eve@a.test'];
const CUSTOMERS = ['1', '2', '3'];

const said = fc.record({
  email: fc.constantFrom(...EMAILS),
  customer: fc.option(fc.constantFrom(...CUSTOMERS), { nil: undefined }),
  isWord: fc.boolean(),
});

let sites = 0;

it('are the same people in whatever order, and however often, all was said; and made anew from raw events', async () => {
  const history = fc.array(said, { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      history.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all.keys(), ...all.keys()], { minLength: 2 * all.length }),
        ),
      ),
      async ([all, order]) => {
        const plain = `plain-${sites}`;
        const shuffled = `shuffled-${sites++}`;
        const send = async (site: string, at: number) => {
          const { email, customer, isWord } = all[at] as (typeof all)[number];
          const sender = isWord ? { visitor: undefined, person: { email } } : { visitor: `v${at}` };
          const event = {
            id: `e${at}`,
            ts: NOW + at * MINUTE,
            type: 'identify',
            email,
            ...(customer && { customer }),
          };
          // The batch is what the site's id is keyed with: both sites' people have the same ids.
          const { rows } = ingest(
            envelopeOf({
              isPublic: !isWord,
              receivedAt: NOW + at * MINUTE,
              batch: { ...sender, events: [event] },
            }),
          );
          await test.insert(
            rows.map(({ table, json }) => ({
              table,
              json: json.replace('"site":"demo"', `"site":"${site}"`),
            })),
          );
        };
        for (const at of all.keys()) await send(plain, at);
        for (const at of order) await send(shuffled, at);
        const people = await leadsOf(plain);
        expect(await leadsOf(shuffled)).toEqual(people);
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
  expect(await rowsOfAll()).not.toEqual([]);
  const before = await rowsOfAll();
  for (const statement of emptyReadModels) await test.store.command(statement);
  for (const site of await sitesOfAll()) await fillSite(test.store, site);
  expect(await rowsOfAll()).toEqual(before);
  expect(await crowdsOf('crowd')).toHaveLength(29);
});

/** All rows of the read models, but for when they were made. */
const rowsOfAll = async () =>
  Promise.all(
    ['people', 'first_subjects', 'order_subjects'].map((table) =>
      test.select(`SELECT * ${table === 'people' ? 'EXCEPT version' : ''} FROM ${table} FINAL ORDER BY ALL`),
    ),
  );
const sitesOfAll = async () =>
  (await test.select<{ site: string }>('SELECT DISTINCT site FROM personal_data')).map(({ site }) => site);
