import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../pipeline/index.js';
import { envelopeOf, NOW } from '../pipeline/testing.js';
import { startStore, type TestStore } from '../store/testing.js';
import type { OfSite } from './parameters.js';
import { fixtures, form, identify, leave, order, page, timeOf } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const siteOf = (name: string) => fixtures(() => test, name);
type Lead = { person_id: string; email: string; captured_at: number };

describe('leads', () => {
  it('are sorted, paged and narrowed by attributes as by what they hold', async () => {
    const { query } = siteOf('rooms');
    const of: OfSite = {
      attributes: [
        { name: 'rooms', label: 'Rooms', type: 'number' },
        { name: 'opened', label: 'Opened on', type: 'date' },
      ],
    };
    const known = [
      ['a', { rooms: '100', opened: '2024-11-03' }],
      ['b', { rooms: '9', opened: '2020-01-01' }],
      ['c', {}],
      ['d', { rooms: '34' }],
      ['e', { rooms: '9' }],
      ['f', { rooms: '-0.5' }],
      ['g', {}],
    ] as const;
    const events = known.map(([id, props]) => ({
      ...{ id, type: 'lead_entered', ts: NOW, email: `${id}@a.test` },
      props,
    }));
    const site = { id: 'rooms', ...of };
    await test.insert(ingest(envelopeOf({ site, isPublic: false, receivedAt: NOW, batch: { events } })).rows);
    const pagesOf = async (sort: string, order: 'asc' | 'desc') => {
      let names = '';
      let cursor: string | undefined;
      do {
        const more = await query('leads', { sort, order, limit: '2', ...(cursor && { cursor }) }, of);
        names += more.rows.map((row) => (row as Lead).email[0]).join('');
        ({ cursor } = more);
      } while (cursor);
      return names;
    };
    // Of those who are alike the ids tell.
    const sorted = (names: string) => [...names].sort().join('');
    const rising = await pagesOf('attributes.rooms', 'asc');
    expect([rising[0], sorted(rising.slice(1, 3)), rising.slice(3, 5), sorted(rising.slice(5))]).toEqual([
      ...['f', 'be', 'da', 'cg'],
    ]);
    const falling = await pagesOf('attributes.rooms', 'desc');
    expect([falling.slice(0, 2), sorted(falling.slice(2, 4)), falling[4], sorted(falling.slice(5))]).toEqual([
      ...['ad', 'be', 'f', 'cg'],
    ]);
    expect((await pagesOf('attributes.opened', 'asc')).slice(0, 2)).toBe('ba');
    expect((await pagesOf('attributes.opened', 'desc')).slice(0, 2)).toBe('ab');
    const found = async (filter: Record<string, string>) =>
      sorted((await query('leads', filter, of)).rows.map((row) => (row as Lead).email[0]).join(''));
    expect(await found({ 'attributes.rooms>': '34' })).toBe('ad');
    expect(await found({ 'attributes.rooms<': '9' })).toBe('bef');
    expect(await found({ 'attributes.rooms': '9.0' })).toBe('be');
    expect(await found({ 'attributes.rooms': '' })).toBe('cg');
    expect(await found({ 'attributes.opened<': '2024-11-02' })).toBe('b');
  });

  it('has whoever left a name, newest first, with everything that the list shows', async () => {
    const { browser, query } = siteOf('list');
    await browser('anonymous', [page('a1', 0)]);
    await browser('v-ada', [
      page('p1', 10, 'https://shop.test/?utm_source=News&utm_medium=email'),
      page('p2', 11, 'https://shop.test/?gclid=1'),
      form('f1', 12, {
        name: 'Ada Lovelace',
        email: 'Ada@Example.com',
        tel: '+44 20 7946 0000',
        company: 'Engines',
      }),
    ]);
    await browser('v-bob', [form('f2', 20, { email: 'bob@example.com' })]);
    const { rows, cursor } = await query('leads');
    expect(cursor).toBeUndefined();
    expect(rows).toMatchObject([
      { email: 'bob@example.com', name: '', source: '', first_seen: timeOf(20), last_seen: timeOf(20) },
      {
        person_id: expect.stringMatching(/^p_/),
        email: 'ada@example.com',
        name: 'Ada Lovelace',
        phone: '+442079460000',
        company: 'Engines',
        stage: 'lead',
        status: 'new',
        owner: '',
        source: 'News',
        first_seen: timeOf(10),
        last_seen: timeOf(12),
        captured_at: timeOf(12),
        page_views: 2,
        form_submits: 1,
        events: 3,
        visitors: 1,
      },
    ]);
  });

  it('knows lead, prospect and customer', async () => {
    const { browser, team, server, lead } = siteOf('stages');
    const capture = (id: string) => form(`f-${id}`, 0, { email: `${id}@a.test` });
    await browser('lead', [
      capture('lead'),
      page('thanks', 1),
      identify('again', 40, { email: 'lead@a.test' }),
      { id: 'yes', at: 41, type: 'consent', choice: 'granted' },
      { id: 'landed', at: 42, type: 'click_evidence', click: 'c1', kind: 'landing' },
      { id: 'moved', at: 43, type: 'click_evidence', click: 'c1', kind: 'pointer', trusted: true },
      leave('left', 90, 'thanks', 9_000, 100),
    ]);
    await browser('own', [capture('own')]);
    await team('own', [
      page('looked', 60, 'https://shop.test/?utm_source=Own'),
      { id: 'w', at: 61, type: 'video_played' },
    ]);
    await browser('prospect-page', [capture('prospect-page'), page('back', 31)]);
    await browser('prospect-click', [capture('prospect-click'), { id: 'c', at: 1, type: 'video_played' }]);
    await browser('goal', [capture('goal'), { id: 'g', at: 1, type: 'conversion', name: 'Demo asked for' }]);
    await browser('customer', [capture('customer'), order('o1', 1, 10)]);
    await browser('backend', [capture('backend')]);
    await server({ email: 'backend@a.test' }, [order('o2', 60, 10)]);
    const stage = async (id: string) => ((await lead(`${id}@a.test`)) as { stage: string }).stage;
    for (const id of ['lead', 'own']) expect(await stage(id)).toBe('lead');
    expect(await lead('own@a.test')).toMatchObject({ source: '', events: 3 });
    for (const id of ['prospect-page', 'prospect-click', 'goal']) expect(await stage(id)).toBe('prospect');
    for (const id of ['customer', 'backend']) expect(await stage(id)).toBe('customer');
    // A tab left open is not somebody who came back.
    expect(await lead('lead@a.test')).toMatchObject({ last_seen: timeOf(43), events: 6 });
  });

  it('tells the newest name, phone and company that are not empty, and the first source', async () => {
    const { browser, lead } = siteOf('newest');
    await browser('v1', [
      page('p1', 0),
      form('f1', 1, { email: 'ada@a.test', name: 'Ada Byron', phone: '+34600000001', company: 'Old' }),
      page('p2', 2, 'https://shop.test/?utm_source=later'),
      form('f2', 3, { email: 'ada@a.test', name: 'Ada Lovelace' }),
      form('f3', 4, { email: 'ada@a.test', company: 'New' }),
    ]);
    expect(await lead('ada@a.test')).toMatchObject({
      name: 'Ada Lovelace',
      phone: '+34600000001',
      company: 'New',
      source: 'direct',
      form_submits: 3,
    });
  });

  it('have the company that their e-mail address tells of, until anybody says one', async () => {
    const { browser, lead, query } = siteOf('derived');
    const emails = [
      'ada@acme.com',
      'ventas@acme.com',
      'bob@gmail.com',
      'eve@mailinator.com',
      'joe@shop.test',
    ];
    for (const [at, email] of emails.entries()) await browser(`v${at}`, [form(`f${at}`, at, { email })]);
    const told = async (email: string) => {
      const { company, company_is_derived } = (await lead(email)) ?? {};
      return [company, company_is_derived];
    };
    expect(await Promise.all(emails.map(told))).toEqual([
      ...[
        ['acme.com', true],
        ['acme.com', true],
        ['', false],
        ['', false],
        ['', false],
      ],
    ]);
    const found = async (asked: Record<string, string>) =>
      ((await query('leads', { order: 'asc', ...asked })).rows as Lead[]).map(({ email }) => email);
    expect(await found({ 'company~': 'ACME' })).toEqual(['ada@acme.com', 'ventas@acme.com']);
    expect(await found({ search: 'acme.com' })).toEqual(['ada@acme.com', 'ventas@acme.com']);
    await browser('v9', [identify('i1', 9, { email: 'ada@acme.com', company: 'Engines' })]);
    expect(await told('ada@acme.com')).toEqual(['Engines', false]);
    const person = (await lead('ventas@acme.com'))?.person_id ?? '';
    expect((await query('person', { person })).rows).toMatchObject([
      { company: 'acme.com', company_is_derived: true },
    ]);
    expect(await found({ company_is_derived: 'true' })).toEqual(['ventas@acme.com']);
  });

  it('finds by any part of name, e-mail, phone and company, in any case, and by no pattern', async () => {
    const { browser, query } = siteOf('search');
    await browser('v1', [
      form('f1', 1, {
        email: 'ada@a.test',
        name: 'Ada Öztürk',
        phone: '+34600000001',
        company: '100% Engines',
      }),
    ]);
    await browser('v2', [form('f2', 2, { email: 'bob@b.test', name: "Bob O'Neil" })]);
    const found = async (search: string) =>
      (await query('leads', { search })).rows.map((row) => ('email' in row ? row.email : ''));
    for (const search of ['ADA@', 'öztürk', 'ÖZTÜRK', '600000', '0% eng', '  ada '])
      expect(await found(search)).toEqual(['ada@a.test']);
    expect(await found("o'neil")).toEqual(['bob@b.test']);
    for (const search of ['_da', '%@%', 'ad.', 'x', "' OR 1=1 --", '\\', '{search:String}'])
      expect(await found(search)).toEqual([]);
    expect(await found('')).toEqual(['bob@b.test', 'ada@a.test']);
  });

  it('are found whatever stands around words, by order ids and numbers as they are written', async () => {
    const { browser, server, query } = siteOf('punctuation');
    const names = ['Rocío Cucharilla', 'Lovelace, Ada', 'Bob O’Brien', 'Eve (Acme)'];
    for (const [at, name] of names.entries())
      await browser(`v${at}`, [
        form(`f${at}`, at, { name, email: `p${at}@a.test`, tel: `+3460011122${at}` }),
      ]);
    await server({ email: 'p0@a.test' }, [{ ...order('o1', 9, 5), orderId: 'ORD-77/2' }]);
    const found = async (search: string) =>
      (await query('leads', { search })).rows.map((row) => ('name' in row ? row.name : ''));
    const asked = {
      'Rocío Cucharilla': [
        'Cucharilla, Rocío',
        '«rocio»',
        'ORD-77/2',
        '"ord-77/2"',
        '"+34 600 111-220"',
        'p0@a.test;',
      ],
      'Lovelace, Ada': ['"Ada Lovelace"', 'Lovelace,Ada', 'Ada <p1@a.test>', "'ada'"],
      'Bob O’Brien': ["O'Brien", 'O’Brien', 'brien, bob', '(0034) 600 111 222'],
      'Eve (Acme)': ['Eve Acme', 'eve (acme)', '[ACME]', '(eve), 600111223'],
    };
    for (const [name, searches] of Object.entries(asked))
      for (const search of searches) expect([search, await found(search)]).toEqual([search, [name]]);
    for (const search of ['ORD-77/3', 'ORD 78', '"', 'Ada, Bob'])
      expect([search, await found(search)]).toEqual([search, []]);
  });

  it('are found past case, accents and the Turkish i', async () => {
    const { browser, query } = siteOf('folded');
    const names = ['İSMAİL IŞIK', 'María Núñez'];
    for (const [at, name] of names.entries())
      await browser(`v${at}`, [form(`f${at}`, at, { name, email: `${at}@a.test` })]);
    const found = async (search: string) =>
      (await query('leads', { search })).rows.map((row) => ('name' in row ? row.name : ''));
    for (const search of ['ismail', 'İsmail', 'ISMAIL', 'ışık', 'isik', 'IŞIK'])
      expect([search, await found(search)]).toEqual([search, ['İSMAİL IŞIK']]);
    for (const search of ['nunez', 'NÚÑEZ', 'maria'])
      expect([search, await found(search)]).toEqual([search, ['María Núñez']]);
  });

  it('pages through ties without gaps or repeats', async () => {
    const { browser, query } = siteOf('paging');
    for (let at = 0; at < 25; at++)
      await browser(`v${at}`, [form(`f${at}`, at % 3, { email: `p${at}@a.test` })]);
    const all = (await query('leads', { limit: '1000' })).rows as unknown as Lead[];
    expect(all).toHaveLength(25);
    expect(all).toEqual(
      [...all].sort((a, b) => b.captured_at - a.captured_at || (a.person_id < b.person_id ? 1 : -1)),
    );
    for (const limit of ['1', '7', '25']) {
      const paged: unknown[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined) {
        const next = await query('leads', { limit, ...(cursor && { cursor }) });
        paged.push(...next.rows);
        cursor = next.cursor;
      }
      expect(paged).toEqual(all);
    }
  });

  it('end a page before it is a megabyte, whatever strangers sent, and lose nobody', async () => {
    const { query } = siteOf('stuffed');
    const texts = Array.from({ length: 50 }, (_, at) => ({
      name: `a${at}`,
      label: `A${at}`,
      type: 'text' as const,
    }));
    const stuffed = Object.fromEntries(texts.map(({ name }) => [name, '語'.repeat(500)]));
    const leads = Array.from({ length: 30 }, (_, at) => `p${at}@a.test`);
    const entered = (id: string, email: string) => ({
      id,
      type: 'lead_entered',
      ts: NOW,
      email,
      customer: id,
    });
    const events = [
      ...leads.map((email, at) => ({ ...entered(`e${at}`, email), props: stuffed })),
      ...Array.from({ length: 19 }, (_, at) => entered(`c${at}`, 'p0@a.test')),
    ];
    const site = { id: 'stuffed', attributes: texts };
    await test.insert(ingest(envelopeOf({ site, isPublic: false, receivedAt: NOW, batch: { events } })).rows);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const more = await query('leads', { limit: '50', ...(cursor && { cursor }) });
      expect(new TextEncoder().encode(JSON.stringify(more)).length).toBeLessThan(1_000_000);
      expect(more.rows.length).toBeGreaterThan(0);
      found.push(...(more.rows as Lead[]).map(({ email }) => email));
      ({ cursor } = more);
    } while (cursor);
    expect(found.sort()).toEqual(leads.sort());
    // What a page has not of somebody is looked at all the same.
    const { rows } = await query('leads', { customers: 'c9' });
    expect(rows).toMatchObject([{ email: 'p0@a.test', customers: expect.not.arrayContaining(['c9', 'e0']) }]);
    expect((rows[0] as { customers: string[] }).customers).toHaveLength(10);
  });

  it('without a moment that the list is sorted by come last in both orders', async () => {
    const { browser, query } = siteOf('moments');
    for (const [at, source] of ['News', '', 'Ads', ''].entries())
      await browser(`v${at}`, [
        page(`p${at}`, at, `https://shop.test/${source && `?utm_source=${source}`}`),
        form(`f${at}`, at, { email: `${at}@a.test` }),
      ]);
    const pagesOf = async (order: 'asc' | 'desc') => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const asked = { sort: 'last_touch_ts', order, limit: '1', ...(cursor && { cursor }) };
        const more = await query('leads', asked);
        names.push(...more.rows.map((row) => (row as Lead).email[0] ?? ''));
        ({ cursor } = more);
      } while (cursor);
      return [names.slice(0, 2), names.slice(2).sort()];
    };
    expect(await pagesOf('asc')).toEqual([
      ['0', '2'],
      ['1', '3'],
    ]);
    expect(await pagesOf('desc')).toEqual([
      ['2', '0'],
      ['1', '3'],
    ]);
  });

  it('are sorted and filtered by what they bought for', async () => {
    const { browser, query } = siteOf('value');
    for (const [name, value] of Object.entries({ some: 10, none: 0, most: 30 }))
      await browser(name, [
        form(`f-${name}`, 0, { email: `${name}@a.test` }),
        ...(value ? [order(`o-${name}`, 1, value)] : []),
      ]);
    const emails = async (parameters: Record<string, string>) =>
      ((await query('leads', parameters)).rows as Lead[]).map(({ email }) => email);
    const [most, some, none] = ['most@a.test', 'some@a.test', 'none@a.test'];
    expect(await emails({ sort: 'value_minor' })).toEqual([most, some, none]);
    expect(await emails({ sort: 'value_minor', order: 'asc' })).toEqual([none, some, most]);
    expect(await emails({ 'value_minor>': '1001', sort: 'value_minor' })).toEqual([most]);
  });

  it('keeps sites apart', async () => {
    const [one, other] = [siteOf('one'), siteOf('other')];
    await one.browser('v1', [form('f1', 0, { email: 'ada@a.test' })]);
    expect((await other.query('leads')).rows).toEqual([]);
    const person = ((await one.lead('ada@a.test')) as unknown as Lead).person_id;
    expect((await other.query('person', { person })).rows).toEqual([]);
    expect(await other.timeline(person)).toEqual([]);
  });
});

describe('person', () => {
  it('is one person under each of their ids', async () => {
    const { browser, server, query, lead } = siteOf('person');
    await server({ customer: '7' }, [order('o1', 0, 5)]);
    await browser('v1', [form('f1', 1, { email: 'ada@a.test' })]);
    const before = (await query('leads')).rows as unknown as Lead[];
    expect(before).toHaveLength(2);
    await server({ email: 'ada@a.test', customer: '7' }, [order('o2', 2, 5)]);
    const { rows } = await query('leads');
    expect(rows).toEqual([await lead('ada@a.test')]);
    expect(rows).toMatchObject([{ stage: 'customer', customers: ['7'], emails: ['ada@a.test'], events: 3 }]);
    for (const { person_id } of before) {
      const [row] = (await query('person', { person: person_id })).rows as Record<string, unknown>[];
      // Each open step is told of one person alone.
      const { step_ids, step_times, step_texts, step_reps, ...told } = row ?? {};
      expect([step_ids, step_times, step_texts, step_reps]).toEqual([[], [], [], []]);
      expect([told]).toEqual(rows);
    }
  });

  it('tells the first and the last touch of the 90 days before the latest event', async () => {
    const { browser, lead } = siteOf('touches');
    const DAYS = 24 * 60;
    const touchesOf = async (email: string) => {
      const row = ((await lead(email)) ?? {}) as Record<string, unknown>;
      return Object.fromEntries(Object.entries(row).filter(([name]) => /^(first|last)_touch_/.test(name)));
    };
    const from = (source: string) => `https://shop.test/?utm_source=${source}`;
    await browser('v1', [page('too-old', 0, from('old'))]);
    const others = [
      page('first', 20 * DAYS, `${from('News')}&utm_medium=email&utm_campaign=Spring`),
      page('inside', 21 * DAYS),
      form('f1', 30 * DAYS, { email: 'ada@a.test' }),
      page('last', 40 * DAYS, 'https://shop.test/?via=bob'),
      page('direct', 41 * DAYS),
      { id: 'x', at: 50 * DAYS, type: 'x', url: from('not-a-view') },
    ];
    for (const event of others) await browser('v1', [event]);
    await browser('v1', [order('o1', 91 * DAYS, 10)]);
    await browser('v2', [
      form('f2', 42 * DAYS, { email: 'ada@a.test' }),
      page('other', 39 * DAYS, from('Ads')),
    ]);
    expect(await touchesOf('ada@a.test')).toEqual({
      first_touch_source: 'News',
      first_touch_medium: 'email',
      first_touch_campaign: 'Spring',
      first_touch_channel: 'email',
      first_touch_ts: timeOf(20 * DAYS),
      last_touch_source: 'bob',
      last_touch_medium: 'affiliate',
      last_touch_campaign: '',
      last_touch_channel: 'affiliate',
      last_touch_ts: timeOf(40 * DAYS),
    });

    await browser('v3', [page('p3', 0), form('f3', 1, { email: 'bob@a.test' })]);
    expect(await touchesOf('bob@a.test')).toMatchObject({
      first_touch_source: 'direct',
      first_touch_ts: timeOf(0),
      last_touch_source: '',
      last_touch_ts: 0,
    });
    await browser('v4', [form('f4', 1, { email: 'eve@a.test' })]);
    expect(await touchesOf('eve@a.test')).toMatchObject({ first_touch_source: '', first_touch_ts: 0 });
  });

  it('tells where they are, and what spoke for a program', async () => {
    const { browser, lead } = siteOf('place');
    const at = (country: string, region: string) => ({ location: { country, region, asn: 1, network: 'N' } });
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
    await browser('v1', [page('p1', 0)], { ...at('TR', 'Istanbul'), userAgent });
    await browser('v1', [form('f1', 1, { email: 'ada@a.test' })], { ...at('ES', ''), userAgent });
    expect(await lead('ada@a.test')).toMatchObject({ country: 'ES', region: '', bot_signals: [] });
    await browser('v1', [page('p2', 2)], { userAgent: 'curl/8.5.0', isPrefetch: true });
    await browser('v1', [page('p3', 3)], { userAgent: 'HeadlessChrome/141.0' });
    expect(await lead('ada@a.test')).toMatchObject({
      country: 'ES',
      region: '',
      bot_signals: ['prefetch', 'user_agent'],
    });
  });

  it('is nobody for an id of nobody', async () => {
    for (const person of ['p_nobody', "'); DROP TABLE events --", '\\', '{site:String}', '[]', "a','b"])
      expect((await siteOf('nobody').query('person', { person })).rows).toEqual([]);
  });
});

describe('rejected_events', () => {
  it('are listed newest first, to the end', async () => {
    const { browser, query } = siteOf('rejected');
    // They are kept for a month only, so these are of today.
    const today = Date.now();
    for (let at = 0; at < 5; at++)
      await browser('v', [{ id: `r${at}`, at: 0, type: 'click' }], { receivedAt: today + (at >> 1) });
    const all = (await query('rejected_events')).rows as unknown as { event_id: string; ts: number }[];
    expect(all.map(({ ts }) => ts - today)).toEqual([2, 1, 1, 0, 0]);
    expect(all[0]).toMatchObject({ event_id: 'r4', type: 'click', reason: 'type_reserved', count: 1 });
    const first = await query('rejected_events', { limit: '3' });
    const rest = await query('rejected_events', { limit: '3', cursor: first.cursor ?? '' });
    expect([...first.rows, ...rest.rows]).toEqual(all);
    expect(rest.cursor).toBeUndefined();
  });
});
