import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
import { personId } from '../identity/identifiers.js';
import { startStore, type TestStore } from '../store/testing.js';
import { streamNamed } from './run.js';
import { fixtures, form, identify, leave, MINUTE, order, page, type Sent, timeOf } from './testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const siteOf = (name: string) => ({
  ...fixtures(() => test, name),
  emailPerson: (email: string) => personId('secret', name, 'email', email),
  customerPerson: (customer: string) => personId('secret', name, 'customer', customer),
});

describe('timeline', () => {
  it('shows everything of a person, newest first, anonymous visits included', async () => {
    const { browser, query, timeline, emailPerson } = siteOf('one');
    await browser('v1', [page('p1', 0, 'https://shop.test/pricing?utm_source=News')]);
    await browser('v1', [
      page('p2', 5),
      form('f1', 6, { email: 'ada@a.test', name: 'Ada' }),
      { id: 'l1', at: 7, type: 'link_click', link: { url: 'https://b.test/', text: 'B' } },
      { ...order('o1', 8, 12.5), coupon: 'SPRING' },
    ]);
    const person = emailPerson('ada@a.test');
    expect(await timeline(person)).toEqual(['o1', 'l1', 'f1', 'p2', 'p1']);
    const { rows } = await query('timeline', { person });
    expect(rows).toMatchObject([
      {
        type: 'conversion',
        order_id: 'order-o1',
        value_minor: 1250,
        currency: 'EUR',
        coupon: 'SPRING',
        ts: timeOf(8),
      },
      { type: 'link_click', link_url: 'https://b.test/', link_kind: 'outbound', props: { link_text: 'B' } },
      { type: 'form_submit', form_id: 'contact', fields: { email: ['ada@a.test'], name: ['Ada'] } },
      { type: 'page_view', url: 'https://shop.test/', fields: {} },
      { type: 'page_view', source: 'News', visitor_id: 'v1', ts: timeOf(0) },
    ]);
  });

  it('shows a form in the words that the visitor read, and whose own traffic it is', async () => {
    const { browser, team, query, emailPerson } = siteOf('words');
    const sentence = 'I have read the privacy policy. '.repeat(20).trim();
    const hints = {
      email: { type: 'email', label: 'Your e-mail *' },
      plan: { type: 'select-multiple', label: 'plan', text: ['Team', '7'] },
      privacy: { type: 'checkbox', label: sentence },
      hidden: { label: 'Of no field' },
    };
    const fields = { email: 'ada@a.test', plan: ['3', '7'], privacy: 'on' };
    await browser('v1', [{ id: 'f1', at: 1, type: 'form_submit', form: { id: 'contact', fields, hints } }]);
    await team('v1', [
      {
        id: 't1',
        at: 2,
        type: 'form_submit',
        form: { fields: { note: 'x'.repeat(1_900) }, hints: { note: { label: 'y'.repeat(900) } } },
      },
    ]);
    const person = emailPerson('ada@a.test');
    const { rows } = await query('timeline', { person });
    expect(rows).toMatchObject([
      {
        is_team: true,
        fields: { note: ['x'.repeat(200)] },
        labels: { note: 'y'.repeat(200) },
        cut: { fields: 2_804, labels: 2_804, texts: 2_804 },
      },
      {
        is_team: false,
        labels: { email: 'Your e-mail *', privacy: sentence },
        texts: { plan: ['Team', ''] },
        consents: ['privacy'],
        cut: {},
      },
    ]);
    const [whole] = (await query('event', { person, event: 't1' })).rows;
    expect(whole).toMatchObject({ labels: { note: 'y'.repeat(900) }, cut: {} });
    expect((await query('timeline', { person, search: 'your e-mail' })).rows).toMatchObject([
      { event_id: 'f1' },
    ]);
    expect((await query('timeline', { person, search: 'team' })).rows).toMatchObject([{ event_id: 'f1' }]);
  });

  it('shows what is known of the browser, and what brought it', async () => {
    const { browser, query, emailPerson } = siteOf('enriched');
    const madrid = { country: 'ES', region: 'Madrid', asn: 3352, network: 'Telefonica' };
    const arrival = { location: madrid, userAgent: 'curl/8.5.0', isPrefetch: true, acceptLanguage: 'es_es' };
    await browser('v1', [page('p1', 0, 'https://shop.test/?gclid=AbC')], arrival);
    await browser('v1', [form('f1', 1, { email: 'ada@a.test' })]);
    const { rows } = await query('timeline', { person: emailPerson('ada@a.test') });
    expect(rows).toMatchObject([
      { event_id: 'f1', channel: '', country: '', bot_signals: ['no_user_agent'] },
      {
        event_id: 'p1',
        channel: 'paid_search',
        source: 'google',
        medium: 'cpc',
        country: 'ES',
        region: 'Madrid',
        bot_signals: ['user_agent', 'prefetch'],
      },
    ]);
    const stored = `SELECT country, region, asn, network, channel, ad_click_param, ad_click_id, language, bot_signals
      FROM events FINAL WHERE site = 'enriched' AND event_id = 'p1'`;
    expect(await test.select(stored)).toEqual([
      {
        ...madrid,
        channel: 'paid_search',
        ad_click_param: 'gclid',
        ad_click_id: 'AbC',
        language: 'es-ES',
        bot_signals: ['user_agent', 'prefetch'],
      },
    ]);
  });

  it('tells with a view how long and how far it was read, however often it was left', async () => {
    const { browser, query, timeline, emailPerson } = siteOf('read');
    const person = emailPerson('ada@a.test');
    await browser('v1', [
      page('p1', 0),
      leave('q1', 1, 'p1', 20_000, 40),
      leave('q2', 2, 'p1', 14_500, 80),
      leave('q3', 3, 'p1', 0, 60),
      page('p2', 4),
      leave('lost', 5, 'never-arrived', 1_000, 10),
      // Of a sender that does not know which view it ends.
      { ...leave('alone', 6, '', 7_000, 30), pageView: undefined },
      form('f1', 7, { email: 'ada@a.test' }),
    ]);
    // Sent again, and by somebody else who names the same view.
    await browser('v1', [leave('q2', 2, 'p1', 14_500, 80)]);
    await browser('v2', [leave('q4', 1, 'p1', 99_000, 99)]);
    expect(await timeline(person)).toEqual(['f1', 'alone', 'p2', 'p1']);
    expect((await query('timeline', { person })).rows).toMatchObject([
      { event_id: 'f1', engaged_ms: 0, scroll_percent: 0 },
      { type: 'page_leave', engaged_ms: 7_000, scroll_percent: 30 },
      { event_id: 'p2', engaged_ms: 0, scroll_percent: 0 },
      { event_id: 'p1', engaged_ms: 34_500, scroll_percent: 80 },
    ]);
    const paged = await query('timeline', { person, limit: '3' });
    const next = await query('timeline', { person, limit: '3', cursor: paged.cursor ?? '' });
    expect(next.rows).toMatchObject([{ event_id: 'p1', engaged_ms: 34_500 }]);
  });

  it('shows consents, messages and fields', async () => {
    const { browser, query, emailPerson } = siteOf('said');
    const cv = 'cv.pdf (application/pdf, 6 bytes)';
    const sent = form('f1', 1, { email: 'ada@a.test', message: 'Hello\nyou', privacy: 'on', cv });
    const hints = { privacy: { type: 'checkbox' }, cv: { type: 'file' } };
    await browser('v1', [
      { id: 'c1', at: 0, type: 'consent', choice: 'granted' },
      {
        ...sent,
        form: { ...(sent.form as object), action: 'https://shop.test/thanks?email=ada@a.test', hints },
      },
    ]);
    expect((await query('timeline', { person: emailPerson('ada@a.test') })).rows).toMatchObject([
      {
        type: 'form_submit',
        message: 'Hello\nyou',
        consents: ['privacy'],
        fields: { cv: [cv] },
        props: { form_action: 'https://shop.test/thanks?email=removed' },
      },
      { type: 'consent', props: { choice: 'granted' }, message: '', consents: [] },
    ]);
  });

  it('shows what was said of the person, by names of attributes; what was cleared is empty', async () => {
    const { browser, server, query, emailPerson } = siteOf('attributes');
    const ada = { email: 'ada@a.test' };
    await browser('v1', [identify('i1', 0, { ...ada, name: 'Ada', city: 'Madrid' })]);
    await server(ada, [
      {
        id: 'n1',
        at: 1,
        type: 'lead_entered',
        ...ada,
        customer: '7',
        phone: '+34600000001',
        address: 'a'.repeat(450),
      },
      { id: 'n2', at: 2, type: 'person_changed', phone: null, company: 'Acme', city: '' },
      { id: 'f1', at: 3, type: 'contact_logged', channel: 'note', notes: 'Ada called' },
    ]);
    const person = emailPerson(ada.email);
    const { rows } = await query('timeline', { person });
    expect((rows as QueryRow<'timeline'>[]).map(({ said }) => said)).toEqual([
      {},
      { ...ada, phone: '', company: 'Acme', city: '' },
      { ...ada, customer: '7', phone: '+34600000001', address: 'a'.repeat(450) },
      { ...ada, name: 'Ada', city: 'Madrid' },
    ]);
    expect((await query('timeline', { person, search: 'acme' })).rows).toMatchObject([{ event_id: 'n2' }]);
  });

  it('keeps apart what a shop sends under one id: orders and refunds go by their own', async () => {
    const { server, query, emailPerson } = siteOf('one-id');
    const ada = { email: 'ada@a.test' };
    const sent = [
      { id: 'z1', at: 0, type: 'purchase', orderId: 'A', value: 10, instructions: 'ring A' },
      { id: 'z1', at: 1, type: 'purchase', orderId: 'B', value: 20, instructions: 'ring B' },
      { id: 'z1', at: 2, type: 'refund', orderId: 'A', value: 1, reason: 'why' },
      { id: 'z1', at: 3, type: 'contact_logged', channel: 'note', notes: 'note Z' },
    ];
    for (const event of [...sent, ...sent]) await server(ada, [event]);
    const { rows } = await query('timeline', { person: emailPerson(ada.email) });
    const messages = ['note Z', 'why', 'ring B', 'ring A'].map((message) => ({ message }));
    expect(rows).toMatchObject(messages);
  });

  it('gives a second person on the same browser only what follows', async () => {
    const { browser, timeline, emailPerson } = siteOf('shared');
    await browser('v1', [page('p1', 0), form('f1', 1, { email: 'ada@a.test' }), page('p2', 2)]);
    await browser('v1', [form('f2', 3, { email: 'bob@a.test' }), page('p3', 4)]);
    await browser('v1', [form('f3', 5, { email: 'ada@a.test' }), page('p4', 6)]);
    expect(await timeline(emailPerson('ada@a.test'))).toEqual(['p4', 'f3', 'p2', 'f1', 'p1']);
    expect(await timeline(emailPerson('bob@a.test'))).toEqual(['p3', 'f2']);
  });

  it('follows a person over two browsers, and servers', async () => {
    const { browser, server, timeline, lead, emailPerson } = siteOf('browsers');
    await browser('phone', [page('p1', 0), form('f1', 1, { email: 'ada@a.test' })]);
    await browser('laptop', [page('p2', 2), identify('i1', 3, { email: 'ADA@a.test' }), page('p3', 4)]);
    await server({ email: 'ada@a.test' }, [order('o1', 5, 1)]);
    expect(await timeline(emailPerson('ada@a.test'))).toEqual(['o1', 'p3', 'i1', 'p2', 'f1', 'p1']);
    expect(await lead('ada@a.test')).toMatchObject({
      visitors: 2,
      events: 6,
      page_views: 3,
      stage: 'customer',
    });
  });

  it('pages to the end through events of the same moment', async () => {
    const { browser, query, timeline, emailPerson } = siteOf('pages');
    const person = emailPerson('ada@a.test');
    const views = Array.from({ length: 20 }, (_, at) => page(`p${at + 10}`, at >> 2));
    await browser('v1', [form('f1', 9, { email: 'ada@a.test' }), ...views]);
    const all = await timeline(person);
    expect(all).toEqual(['f1', ...views.map(({ id }) => id).reverse()]);
    for (const [order, limit] of [
      ['desc', '1'],
      ['desc', '6'],
      ['desc', '21'],
      ['asc', '6'],
    ] as const) {
      const paged: string[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined) {
        const next = await query('timeline', { person, order, limit, ...(cursor && { cursor }) });
        paged.push(...(next.rows as QueryRow<'timeline'>[]).map(({ event_id }) => event_id));
        cursor = next.cursor;
      }
      expect(paged).toEqual(order === 'desc' ? all : [...all].reverse());
    }
  });

  it('keeps the order in which events of one millisecond were sent, over pages and for whom they tell of', async () => {
    const { browser, query, timeline, emailPerson } = siteOf('millisecond');
    const person = emailPerson('ada@a.test');
    await browser('v1', [form('z0', 0, { email: 'ada@a.test' })]);
    // Ids that would sort otherwise; the second person takes over in the middle of the millisecond.
    const ids = ['m', 'z', 'a', 'q', 'b'];
    const custom = (id: string) => ({ id, at: 1, type: 'video_played' });
    const taken = [...ids.map(custom), identify('i', 1, { email: 'bob@a.test' }), custom('c'), custom('y')];
    await browser('v1', taken);
    await browser('v1', [page('later', 1 + 1 / MINUTE)]);
    expect(await timeline(person)).toEqual([...ids].reverse().concat('z0'));
    expect(await timeline(emailPerson('bob@a.test'))).toEqual(['later', 'y', 'c', 'i']);
    const paged: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const next = await query('timeline', { person, limit: '2', ...(cursor && { cursor }) });
      paged.push(...(next.rows as QueryRow<'timeline'>[]).map(({ event_id }) => event_id));
      for (const row of next.rows) expect(row).not.toHaveProperty('cursor_ts');
      cursor = next.cursor;
    }
    expect(paged).toEqual(await timeline(person));
  });

  it('is nobody’s where a visitor calls itself like a person', async () => {
    const { browser, timeline, emailPerson } = siteOf('forged');
    const person = emailPerson('ada@a.test');
    await browser('v1', [form('f1', 0, { email: 'ada@a.test' })]);
    await browser(person, [page('forged', 1)]);
    expect(await timeline(person)).toEqual(['f1']);
  });
});

describe('a page of the timeline', () => {
  it('can be left both ways, from a day on, without gap or double', async () => {
    const { browser, query, emailPerson } = siteOf('both-ways');
    const person = emailPerson('ada@a.test');
    const DAYS = 24 * 60;
    const views = Array.from({ length: 12 }, (_, at) => page(`p${at + 10}`, at * DAYS));
    await browser('v1', [form('f1', 0, { email: 'ada@a.test' }), ...views], {
      receivedAt: timeOf(12 * DAYS),
    });
    const read = async (rest: Record<string, string>) => {
      const { rows, ...meta } = await query('timeline', { person, limit: '3', ...rest });
      return { ids: (rows as QueryRow<'timeline'>[]).map(({ event_id }) => event_id), ...meta };
    };
    // NOW is noon: the day's beginning parts what was before it from the rest.
    const day = new Date(timeOf(6 * DAYS)).toISOString().slice(0, 10);
    const middle = await read({ before: day });
    expect(middle.ids).toEqual(['p15', 'p14', 'p13']);
    expect((await read({ after: day, order: 'asc' })).ids).toEqual(['p16', 'p17', 'p18']);
    const newer = await read({ order: 'asc', cursor: middle.back ?? '' });
    expect(newer.ids).toEqual(['p16', 'p17', 'p18']);
    expect((await read({ order: 'asc', cursor: newer.cursor ?? '' })).ids).toEqual(['p19', 'p20', 'p21']);
    expect((await read({ cursor: middle.cursor ?? '' })).ids).toEqual(['p12', 'p11', 'p10']);
    expect((await read({ cursor: newer.back ?? '' })).ids).toEqual(middle.ids);
    expect((await read({ before: new Date(timeOf(DAYS)).toISOString() })).ids).toEqual(['p10', 'f1']);
    await expect(read({ before: 'yesterday' })).rejects.toMatchObject({ code: 'parameter_invalid' });
  });

  it('is narrowed by type, campaign and what was written', async () => {
    const { browser, server, query, emailPerson } = siteOf('narrowed');
    const person = emailPerson('ada@a.test');
    await browser('v1', [
      page('p1', 0, 'https://shop.test/?utm_source=n&utm_medium=email&utm_campaign=May'),
      page('p2', 1, 'https://shop.test/sandıklar'),
      form('f1', 2, { email: 'ada@a.test', message: 'Una máquina, por favor', colour: 'Crème' }),
    ]);
    await server({ email: 'ada@a.test' }, [
      { id: 'c1', at: 3, type: 'contact_logged', channel: 'call', notes: 'Machine is broken' },
      { id: 't1', at: 4, type: 'trial started', plan: 'Café team' },
    ]);
    const ids = async (rest: Record<string, string>) =>
      ((await query('timeline', { person, ...rest })).rows as QueryRow<'timeline'>[]).map(
        ({ event_id }) => event_id,
      );
    expect(await ids({ type: 'page_view' })).toEqual(['p2', 'p1']);
    expect(await ids({ campaign: 'May' })).toEqual(['p1']);
    expect(await ids({ search: 'maquina FAVOR' })).toEqual(['f1']);
    expect(await ids({ search: 'creme' })).toEqual(['f1']);
    expect(await ids({ search: 'broken' })).toEqual(['c1']);
    expect(await ids({ search: 'cafe' })).toEqual(['t1']);
    expect(await ids({ search: 'contact', type: 'form_submit' })).toEqual(['f1']);
    expect(await ids({ search: 'nowhere' })).toEqual([]);
  });

  it('marks the event by which the browser became somebody’s', async () => {
    const { browser, query, emailPerson } = siteOf('became-known');
    await browser('v1', [page('p1', 0), form('f1', 1, { email: 'ada@a.test' }), page('p2', 2)]);
    await browser('v1', [form('f2', 3, { email: 'ada@a.test' }), form('f3', 4, { email: 'bob@a.test' })]);
    await browser('v2', [identify('i1', 5, { email: 'ada@a.test' })]);
    const known = async (email: string) =>
      ((await query('timeline', { person: emailPerson(email) })).rows as QueryRow<'timeline'>[])
        .filter(({ became_known }) => became_known)
        .map(({ event_id }) => event_id);
    expect(await known('ada@a.test')).toEqual(['i1', 'f1']);
    // The browser was known already, as somebody else's.
    expect(await known('bob@a.test')).toEqual([]);
  });

  it('cuts long texts and says how long they are; `event` and files have the whole', async () => {
    const { browser, server, query, emailPerson } = siteOf('long');
    const person = emailPerson('ada@a.test');
    const long = 'ü'.repeat(9_000);
    const said = Object.fromEntries(
      ['city', 'region', 'industry', 'address', 'title'].map((name) => [name, 'ü'.repeat(450)]),
    );
    await browser('v1', [form('f1', 0, { email: 'ada@a.test', message: long, bio: long })]);
    await server({ email: 'ada@a.test' }, [
      { id: 't1', at: 1, type: 'trial', short: 'yes', essay: long },
      { id: 'c1', at: 2, type: 'person_changed', ...said },
    ]);
    const { rows } = await query('timeline', { person });
    const [changed, trial, sent] = rows as QueryRow<'timeline'>[];
    expect(changed?.said).toMatchObject({ email: 'ada@a.test', city: 'ü'.repeat(200) });
    expect(changed?.cut).toEqual({ said: expect.any(Number) });
    expect(trial).toMatchObject({ props: { short: 'yes' }, cut: { props: expect.any(Number) } });
    expect(trial?.props).not.toHaveProperty('essay');
    expect(sent).toMatchObject({ message: 'ü'.repeat(2_000), fields: { email: ['ada@a.test'] } });
    expect(sent?.fields.bio).toEqual(['ü'.repeat(200)]);
    expect(sent?.cut).toEqual({ message: 9_000, fields: 18_025, labels: 18_025, texts: 18_025 });
    const whole = async (event: string) => (await query('event', { person, event })).rows;
    expect(await whole('f1')).toMatchObject([{ message: long, fields: { bio: [long] }, cut: {} }]);
    expect(await whole('t1')).toMatchObject([{ props: { essay: long }, cut: {} }]);
    expect(await whole('c1')).toMatchObject([{ said, cut: {} }]);
    expect(await whole('nothing')).toEqual([]);
    const input = new URLSearchParams({ site: 'long', person });
    const exported: object[] = [];
    for await (const some of streamNamed(test.store, 'timeline', input)) exported.push(...some);
    expect(exported).toMatchObject([{ said }, { props: { essay: long } }, { message: long }]);
  });

  it('stays under a megabyte whatever was sent, and goes on', async () => {
    const { browser, query, emailPerson } = siteOf('heavy');
    const person = emailPerson('ada@a.test');
    const fields = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`field ${at} ${'x'.repeat(90)}`, '語'.repeat(300)]),
    );
    const hints = Object.fromEntries(
      Object.keys(fields).map((name) => [name, { label: '語'.repeat(900), text: '語'.repeat(900) }]),
    );
    const forms = Array.from({ length: 40 }, (_, at) =>
      Object.assign(form(`f${at + 10}`, at, {}), {
        form: { fields: { email: 'ada@a.test', ...fields }, hints },
      }),
    );
    await browser('v1', forms);
    const found: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const next = await query('timeline', { person, limit: '1000', ...(cursor && { cursor }) });
      expect(Buffer.byteLength(JSON.stringify(next.rows))).toBeLessThan(1_000_000);
      found.push(...(next.rows as QueryRow<'timeline'>[]).map(({ event_id }) => event_id));
      cursor = next.cursor;
    }
    expect(found).toEqual(forms.map(({ id }) => id).reverse());
  });
});

describe('joined persons', () => {
  it('are the same whatever came first, chains included', async () => {
    const batches = [
      (s: ReturnType<typeof siteOf>) => s.server({ customer: '1' }, [order('o1', 1, 1)]),
      (s: ReturnType<typeof siteOf>) => s.server({ email: 'ada@a.test', customer: '1' }, [order('o2', 2, 1)]),
      (s: ReturnType<typeof siteOf>) => s.server({ email: 'ada@b.test', customer: '1' }, [order('o3', 3, 1)]),
      (s: ReturnType<typeof siteOf>) => s.server({ email: 'ada@b.test', customer: '2' }, [order('o4', 4, 1)]),
      (s: ReturnType<typeof siteOf>) =>
        s.browser('v1', [page('p5', 5), form('f6', 6, { email: 'ada@a.test' })]),
    ];
    const orders = fc.sample(fc.shuffledSubarray(batches, { minLength: batches.length }), {
      numRuns: 4,
      seed: 1,
    });
    for (const [run, shuffled] of orders.entries()) {
      const site = siteOf(`joined-${run}`);
      for (const batch of shuffled) await batch(site);
      const ids = ['ada@a.test', 'ada@b.test']
        .map(site.emailPerson)
        .concat(['1', '2'].map(site.customerPerson));
      for (const id of ids) expect(await site.timeline(id)).toEqual(['f6', 'p5', 'o4', 'o3', 'o2', 'o1']);
      const { rows } = await site.query('leads');
      expect(rows).toMatchObject([
        { person_id: ids.sort()[0], customers: ['1', '2'], emails: ['ada@a.test', 'ada@b.test'], events: 6 },
      ]);
    }
  });

  it('are never joined by a phone', async () => {
    const { server, query } = siteOf('office');
    await server({ email: 'ada@a.test', phone: '+34600000001' }, [order('o1', 1, 1)]);
    await server({ email: 'bob@a.test', phone: '+34600000001' }, [order('o2', 2, 1)]);
    expect((await query('leads')).rows).toHaveLength(2);
  });
});

describe('what was retracted', () => {
  const retract = (id: string, at: number, what: object): Sent => ({ id, at, type: 'retracted', ...what });
  const entered = { id: 'l', at: 0, type: 'lead_entered', email: 'ada@a.test', name: 'Ada' };
  const rowsOf = async ({ query, emailPerson }: ReturnType<typeof siteOf>) =>
    (await query('timeline', { person: emailPerson('ada@a.test') })).rows as QueryRow<'timeline'>[];

  it('counts no more, and again where that is taken back; the timeline says when', async () => {
    const site = siteOf('retracted');
    const { server, lead, query, emailPerson } = site;
    const person = { email: 'ada@a.test' };
    await server(person, [
      entered,
      { id: 'n', at: 1, type: 'person_changed', name: 'Eve', city: 'Bilbao' },
      { id: 's', at: 1, type: 'stage_changed', stage: 'qualified' },
      { id: 'o', at: 1, type: 'owner_assigned', owner: 'mia' },
      { id: 'c', at: 2, type: 'contact_logged', channel: 'call', nextStep: { at: timeOf(90), what: 'Call' } },
    ]);
    const before = await lead(person.email);
    expect(before).toMatchObject({ name: 'Eve', status: 'qualified', owner: 'mia', contacts: 1, events: 5 });
    await server(
      person,
      ['n', 's', 'o', 'c'].map((event) => retract(`r-${event}`, 5, { event })),
    );
    expect(await lead(person.email)).toMatchObject({
      ...{ name: 'Ada', attributes: {}, status: 'new', owner: '', contacts: 0, events: 1 },
      ...{ next_step_at: 0, stage: 'lead' },
    });
    const said = (await query('said', { person: emailPerson(person.email) })).rows as QueryRow<'said'>[];
    expect(said.map(({ value }) => value)).toEqual(['ada@a.test', 'Ada']);
    const told = Object.fromEntries((await rowsOf(site)).map((row) => [row.event_id, row.retracted_at]));
    expect(told).toEqual({ c: timeOf(5), o: timeOf(5), s: timeOf(5), n: timeOf(5), l: 0 });
    // What comes late and was said before changes nothing.
    await server(person, [retract('late', 4, { event: 'n', restored: true })], { receivedAt: timeOf(30) });
    expect(await lead(person.email)).toMatchObject({ name: 'Ada' });
    await server(
      person,
      ['n', 's', 'o', 'c'].map((event) => retract(`b-${event}`, 6, { event, restored: true })),
    );
    expect(await lead(person.email)).toEqual(before);
  });

  it('is of one person, may come first, and takes all along that an import said', async () => {
    const site = siteOf('retracted import');
    const { server, lead } = site;
    await server({ email: 'ada@a.test' }, [retract('r1', 0, { event: 'n' })]);
    for (const who of ['ada', 'bob'])
      await server({ email: `${who}@a.test` }, [
        { ...entered, id: `l-${who}`, email: `${who}@a.test` },
        { id: 'n', at: 1, type: 'person_changed', name: 'Eve' },
        { id: `i-${who}`, at: 2, type: 'person_changed', city: 'Bilbao', import: 'fair' },
        { id: `j-${who}`, at: 2, type: 'stage_changed', stage: 'working', import: 'fair' },
      ]);
    await server({ email: 'bob@a.test' }, [retract('r2', 3, { import: 'fair' })]);
    expect(await lead('ada@a.test')).toMatchObject({ name: 'Ada', attributes: { city: 'Bilbao' } });
    expect(await lead('bob@a.test')).toMatchObject({ name: 'Eve', attributes: {}, status: 'new' });
    // Of whom nothing else is told, nobody is left.
    await server({ email: 'eve@a.test' }, [{ ...entered, id: 'x', email: 'eve@a.test', import: 'fair' }]);
    await server({ email: 'eve@a.test' }, [retract('r3', 3, { import: 'fair' })]);
    expect(await lead('eve@a.test')).toBeUndefined();
  });

  it('is no money, which is cancelled or refunded', async () => {
    const site = siteOf('retracted money');
    const { server, lead } = site;
    await server({ email: 'ada@a.test' }, [entered, { ...order('o', 1, 12.5), type: 'purchase' }]);
    await server({ email: 'ada@a.test' }, [retract('r', 2, { event: 'o' })]);
    expect(await lead('ada@a.test')).toMatchObject({ value_minor: { EUR: 1250 }, stage: 'customer' });
    expect((await rowsOf(site)).map(({ retracted_at }) => retracted_at)).toEqual([0, 0]);
  });

  it('is named, or the retraction is refused', async () => {
    const { server } = siteOf('retracted nothing');
    const { rejected } = await server({ email: 'ada@a.test' }, [retract('r', 2, {})]);
    expect(rejected).toMatchObject([{ id: 'r', reason: 'event_invalid' }]);
  });
});

describe('a retry', () => {
  it('hours later, corrected by another amount, changes nothing', async () => {
    const { browser, query, timeline, emailPerson } = siteOf('retry');
    const person = emailPerson('ada@a.test');
    const events = [page('p1', 0), form('f1', 1, { email: 'ada@a.test' }), order('o1', 2, 5)];
    await browser('v1', events);
    await browser('v1', [page('p2', 3), form('f2', 4, { email: 'bob@a.test' })]);
    const before = [
      await query('leads'),
      await query('timeline', { person }),
      await timeline(emailPerson('bob@a.test')),
    ];
    // By a clock that was hours wrong: the same ids, other times.
    for (const hours of [1, 5, 24]) {
      const shifted = events.map((event) => ({ ...event, at: event.at + 10 }));
      await browser('v1', shifted, { receivedAt: timeOf(20) + hours * 60 * MINUTE });
    }
    expect([
      await query('leads'),
      await query('timeline', { person }),
      await timeline(emailPerson('bob@a.test')),
    ]).toEqual(before);
    for (const table of ['events', 'personal_data', 'visitor_persons', 'identity_pairs'])
      await test.store.command(`OPTIMIZE TABLE ${table} FINAL`);
    expect([
      await query('leads'),
      await query('timeline', { person }),
      await timeline(emailPerson('bob@a.test')),
    ]).toEqual(before);
  });
});
