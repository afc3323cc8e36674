// Imports of people, through the whole collector.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
import type { Import, ImportAction, ImportOrder, ImportRow } from '../../schemas/imports.js';
import type { ProductImport } from '../../schemas/product_imports.js';
import { fileOf } from '../imports/testing.js';
import { errorCode, startApp, type TestApp } from './testing.js';
import { userOf } from './testing_users.js';

vi.setConfig({ testTimeout: 300_000 });

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const SITE = 'site=shop';
const send = (bytes: Uint8Array, query = '') =>
  running.owner(`/v1/imports?${SITE}${query}`, { method: 'POST', body: new Uint8Array(bytes) });
const post = (path: string, body?: object) =>
  running.owner(`/v1/imports/${path}?${SITE}`, {
    method: 'POST',
    ...(body && { body: JSON.stringify(body) }),
  });
const of = async (id: string) =>
  (await (await running.owner(`/v1/imports/${id}?${SITE}`)).json()) as Import & {
    people: { person_id: string }[];
  };
const rowsOf = async (id: string) =>
  ((await (await running.owner(`/v1/imports/${id}/rows?${SITE}&limit=1000`)).json()) as { rows: ImportRow[] })
    .rows;
const leads = async () =>
  (
    (await (await running.owner(`/v1/query/leads?${SITE}&limit=1000`)).json()) as {
      rows: QueryRow<'leads'>[];
    }
  ).rows;
const leadOf = async (email: string) => (await leads()).find(({ emails }) => emails.includes(email));
const done = async (response: Promise<Response>) => {
  expect((await response).status).toBe(202);
  await running.runJobs();
};

/** As far as the preview. */
async function preview(rows: readonly (readonly string[])[], order: Partial<ImportOrder> = {}) {
  const response = await send(fileOf(rows));
  expect(response.status).toBe(201);
  const found = (await response.json()) as Import;
  const mapping = found.columns.map(({ field }) => field);
  await done(post(`${found.id}/preview`, { mapping, matchBy: found.matchBy, ...order }));
  const planned = await of(found.id);
  expect(planned.state).toBe('planned');
  return { id: found.id, found, planned, rows: await rowsOf(found.id) };
}

const run = (id: string) => done(post(`${id}/run`));
const told = (rows: readonly ImportRow[]) =>
  rows.map(({ action, reason, detail }) => [action, reason, detail].join(' ').trim());

describe('an import', () => {
  const file = [
    ['Nombre', 'Apellidos', 'Correo', 'Teléfono', 'Ciudad', 'Id cliente', 'Estado', 'Responsable', 'Notas'],
    ['Ada', 'Lovelace', 'ADA@i.test', '600 123 456', 'Bilbao', '17', 'qualified', 'Mia@x.test', '=1+1'],
    ['Bob', '', 'bob@i.test', '', '', '', '', '', ''],
    ['', 'Nobody', '', '600 000 000', '', '', '', '', ''],
    ['Eve', '', 'no address', '', '', '', '', '', ''],
    ['Ada', '', 'ada@i.test', '', '', '', '', '', ''],
  ];

  it('is proposed, previewed, run once however often, and undone', async () => {
    const { id, found, planned, rows } = await preview(file);
    expect(found).toMatchObject({
      state: 'read',
      rows: 5,
      encoding: 'utf-8',
      delimiter: ',',
      matchBy: 'email',
    });
    expect(found.columns.map(({ field }) => field)).toEqual([
      'firstName',
      'lastName',
      'email',
      'phone',
      'city',
      'customer',
      'status',
      'owner',
      'note',
    ]);
    expect(found.columns[2]).toMatchObject({
      name: 'Correo',
      samples: ['ADA@i.test', 'bob@i.test', 'no address'],
    });
    expect(told(rows)).toEqual([
      'create',
      'create',
      'skip match_missing',
      'skip match_invalid',
      'skip same_as_row 2',
    ]);
    expect(planned.counts).toEqual({ create: 2, update: 0, unchanged: 0, skip: 3 });
    // A preview tells of nobody.
    expect(await leadOf('ada@i.test')).toBeUndefined();
    await run(id);
    expect((await of(id)).state).toBe('done');
    const ada = await leadOf('ada@i.test');
    expect(ada).toMatchObject({
      ...{ name: 'Ada Lovelace', attributes: { city: 'Bilbao' }, status: 'qualified', owner: 'mia@x.test' },
      customers: ['17'],
    });
    expect(await errorCode(await post(`${id}/run`))).toBe('409 import_state');
    const failed = await running.owner(`/v1/imports/${id}/failed?${SITE}&language=es`);
    const lines = parse(await failed.text()) as string[][];
    expect(lines.map((cells) => cells.at(-2))).toEqual(['fila', '4', '5', '6']);
    expect(lines[1]).toMatchObject({
      1: 'Nobody',
      3: '600 000 000',
      10: expect.stringContaining('nada en la columna'),
    });

    const before = await leads();
    const again = await preview(file);
    expect(told(again.rows).slice(0, 2)).toEqual(['unchanged', 'unchanged']);
    await run(again.id);
    expect(await leads()).toEqual(before);

    // Others tell of one of them, too; the other one goes.
    const call = { id: 'call', ts: Date.now(), type: 'contact_logged', channel: 'call' };
    const changed = { id: 'changed', ts: Date.now(), type: 'person_changed', city: 'Madrid' };
    // By the id that an answer had, as the dashboards write.
    await running.send({ site: 'shop', person: { id: ada?.person_id }, events: [call, changed] });
    await done(post(`${id}/undo`));
    expect(await of(id)).toMatchObject({ state: 'undone', kept: 1, people: [{ person_id: ada?.person_id }] });
    expect(await leadOf('bob@i.test')).toBeUndefined();
    expect(await leadOf('ada@i.test')).toMatchObject({
      ...{ name: '', attributes: { city: 'Madrid' }, status: 'new', owner: '', contacts: 1 },
    });
    expect(await errorCode(await post(`${id}/undo`))).toBe('409 import_state');
  });

  it('overwrites nothing with an empty cell, and says what it changes', async () => {
    const person = { email: 'up@i.test', customer: 'u1' };
    const entered = { id: 'up', ts: Date.now() - 1_000, type: 'lead_entered', ...person };
    await running.send({
      site: 'shop',
      person,
      events: [{ ...entered, name: 'Up', city: 'Jaén', title: 'CEO' }],
    });
    const header = ['customer id', 'name', 'city', 'country', 'phone', 'source'];
    const { id, rows } = await preview([header, ['u1', '', 'Soria', 'Narnia', '+34600123999', 'fair']]);
    expect(rows).toMatchObject([{ action: 'update', changes: ['city', 'phone'], unread: ['country'] }]);
    await run(id);
    const told = { name: 'Up', phone: '+34600123999', attributes: { city: 'Soria', title: 'CEO' } };
    expect(await leadOf('up@i.test')).toMatchObject(told);
    await done(post(`${id}/undo`));
    expect(await leadOf('up@i.test')).toMatchObject({
      name: 'Up',
      phone: '',
      attributes: { city: 'Jaén', title: 'CEO' },
    });
  });

  it('never makes two people one, nor tells of somebody by another’s identifier', async () => {
    const enter = (id: string, person: object) => ({ id, ts: Date.now(), type: 'lead_entered', ...person });
    const events = [
      enter('x1', { email: 'one@x.test', customer: 'x1', phone: '+34600200001' }),
      enter('x2', { email: 'two@x.test', phone: '+34600200002' }),
      enter('x3', { email: 'three@x.test', phone: '+34600200002' }),
    ];
    await running.send({ site: 'shop', events });
    const header = ['email', 'customer id', 'phone', 'name'];
    const byEmail = await preview([
      header,
      ['two@x.test', 'x1', '', 'A'],
      ['new@x.test', 'x1', '', 'B'],
      ['two@x.test', 'x2', '', 'C'],
      ['other@x.test', 'x2', '', 'D'],
    ]);
    expect(told(byEmail.rows)).toEqual([
      'skip other_person customer',
      'skip other_person customer',
      'update',
      'skip same_as_row 4',
    ]);
    await run(byEmail.id);
    expect(await leadOf('two@x.test')).toMatchObject({ name: 'C', customers: ['x2'] });
    const byPhone = await preview(
      [
        header,
        ['', '', '+34 600 200 001', 'A'],
        ['', '', '+34 600 200 002', 'B'],
        ['far@x.test', '', '+34600200001', 'C'],
        ['', '', '+34600200009', 'E'],
        ['', '', '0034 600200009', 'F'],
      ],
      { matchBy: 'phone' },
    );
    expect(told(byPhone.rows)).toEqual([
      'update',
      'skip several',
      'skip not_theirs email',
      'create',
      'skip same_as_row 5',
    ]);
  });

  it('leaves alone whom somebody changed since its preview, and goes on with the others', async () => {
    const enter = (id: string, person: object) => ({ id, ts: Date.now(), type: 'lead_entered', ...person });
    const there = enter('s1', { email: 'since1@s.test', name: 'One' });
    await running.send({ site: 'shop', events: [there] });
    const { id } = await preview([
      ['email', 'customer id', 'name'],
      ['since1@s.test', '', 'Uno'],
      ['since2@s.test', 's2', 'Two'],
      ['since3@s.test', '', 'Three'],
      ['since4@s.test', '', 'Four'],
    ]);
    // The first has that name by now, the next one's customer id is somebody else's, the third is there.
    const renamed = { id: 's1b', ts: Date.now(), type: 'person_changed', name: 'Uno' };
    await running.send({ site: 'shop', person: { email: 'since1@s.test' }, events: [renamed] });
    const others = [
      enter('s2', { email: 'else@s.test', customer: 's2' }),
      enter('s3', { email: 'since3@s.test' }),
    ];
    await running.send({ site: 'shop', events: others });
    const before = await Promise.all(['since1@s.test', 'else@s.test', 'since3@s.test'].map(leadOf));
    await run(id);
    expect(told(await rowsOf(id))).toEqual([...Array(3).fill('skip changed_since'), 'create']);
    expect(await of(id)).toMatchObject({
      state: 'done',
      counts: { create: 1, update: 0, unchanged: 0, skip: 3 },
    });
    expect(await Promise.all(['since1@s.test', 'else@s.test', 'since3@s.test'].map(leadOf))).toEqual(before);
    expect(await leadOf('since2@s.test')).toBeUndefined();
    expect(await leadOf('since4@s.test')).toMatchObject({ name: 'Four' });
  });

  it('is mapped as the same columns were before', async () => {
    const header = ['Code', 'Who', 'Mail'];
    await preview([header, ['c1', 'Ann', 'ann@m.test']], {
      mapping: ['customer', '', 'email'],
      matchBy: 'customer',
    });
    const found = (await (
      await send(
        fileOf([
          ['Mail', 'Code', 'Who'],
          ['b@m.test', 'c2', 'Ben'],
        ]),
      )
    ).json()) as Import;
    expect([found.columns.map(({ field }) => field), found.matchBy]).toEqual([
      ['email', 'customer', ''],
      'customer',
    ]);
  });

  it('goes on where it was when it is asked for again while it is under way', async () => {
    // As many as a step takes, so that nothing is left for the one that sees the last of them in the lists.
    const rows = Array.from({ length: 5_000 }, (_, at) => [`many${at}@r.test`, `Many ${at}`]);
    const response = await send(fileOf([['email', 'name'], ...rows]));
    const { id } = (await response.json()) as Import;
    const order = { mapping: ['email', 'name'], matchBy: 'email' };
    await post(`${id}/preview`, order);
    await done(post(`${id}/preview`, order));
    expect((await of(id)).counts.create).toBe(5_000);
    await run(id);
    expect(await of(id)).toMatchObject({ state: 'done', rows: 5_000 });
    const found = await running.test.select<{ n: number }>(
      "SELECT count() AS n FROM leadline.people FINAL WHERE site = 'shop' AND email LIKE 'many%'",
    );
    expect(found).toEqual([{ n: 5_000 }]);
  });

  it('changes nothing when it comes twice, and does what its preview says', async () => {
    const cell = (...texts: string[]) => fc.constantFrom('', ...texts);
    const row = fc.tuple(
      cell('p1@q.test', 'P1@Q.test', 'p2@q.test', 'p3@q.test', 'x'),
      cell('k1', 'k2', 'k3', 'guest'),
      cell('+34600300001', '600', '+34600300002'),
      cell('Ann', 'Ben', '=cmd', 'İpek'),
      cell('es', 'Türkiye', 'Narnia'),
      cell('new', 'Working', 'gone'),
    );
    const mapping = ['email', 'customer', 'phone', 'name', 'country', 'status'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('email' as const, 'customer' as const, 'phone' as const),
        async (rows, matchBy) => {
          const file = [['a', 'b', 'c', 'd', 'e', 'f'], ...rows];
          const before = await leads();
          const first = await preview(file, { mapping, matchBy });
          await run(first.id);
          const after = await leads();
          const isThere = new Set(before.map(({ person_id }) => person_id));
          const changed = after.filter(
            (one) =>
              JSON.stringify(one) !==
              JSON.stringify(before.find(({ person_id }) => person_id === one.person_id)),
          );
          const with_ = (action: ImportAction) => first.rows.filter((one) => one.action === action);
          const news = changed.filter(({ person_id }) => !isThere.has(person_id)).length;
          expect(news).toBe(with_('create').length);
          expect(changed.length - news).toBe(with_('update').length);
          const again = await preview(file, { mapping, matchBy });
          expect(again.planned.counts).toMatchObject({ create: 0, update: 0 });
          await run(again.id);
          expect(await leads()).toEqual(after);
        },
      ),
      { numRuns: 6, seed: 14 },
    );
  });

  it('of a bad file or order is refused and leaves nothing', async () => {
    const before = await (await running.owner(`/v1/entities/imports?${SITE}`)).text();
    const rows = Array.from({ length: 100_001 }, () => 'a@a.test');
    for (const text of ['', 'email', `email\n${rows.join('\n')}`])
      expect(await errorCode(await send(Buffer.from(text)))).toBe('400 import_invalid');
    expect(await errorCode(await send(Buffer.from('a'), '&encoding=ebcdic'))).toBe('400 parameter_invalid');
    expect(await (await running.owner(`/v1/entities/imports?${SITE}`)).text()).toBe(before);
    const { id } = (await (
      await send(
        fileOf([
          ['mail', 'name'],
          ['a@a.test', 'A'],
        ]),
      )
    ).json()) as Import;
    for (const order of [
      { mapping: ['email', 'email'], matchBy: 'email' },
      { mapping: ['email', 'nothing'], matchBy: 'email' },
      { mapping: ['', 'name'], matchBy: 'email' },
      { mapping: ['email', 'name', 'city'], matchBy: 'email' },
      { mapping: ['email'], matchBy: 'name' },
    ])
      expect(await errorCode(await post(`${id}/preview`, order))).toBe('400 entity_invalid');
    expect(await errorCode(await post(`${id}/run`))).toBe('409 import_state');
    expect(await errorCode(await post('nothing/run'))).toBe('404 entity_unknown');
  });

  it('of products tells what becomes of each row, and of the same file nothing once that is done', async () => {
    const put = (id: string, body: object, version = 0) =>
      running.owner(`/v1/entities/products/${id}?${SITE}`, {
        method: 'PUT',
        body: JSON.stringify(body),
        ...(version > 0 && { headers: { 'If-Match': `"${version}"` } }),
      });
    await put('mug', { name: 'Mug', price: 12.5, category: 'Kitchen' });
    await put('bowl', { name: 'Bowl', price: '9.90' });
    const file = fileOf(
      [
        ['SKU', 'Nombre', 'Precio', 'Moneda', 'Color'],
        ['mug', '', '13,00 €', 'EUR', 'red'],
        ['bowl', 'Bowl', '9,9', '', ''],
        ['jug', 'Jug', '1.200,50', 'EUR', ''],
        ['jug', 'Jug again', '', '', ''],
        ['cup', '', '3', '', ''],
        ['pot', 'Pot', 'cheap', '', ''],
        ['', 'None', '', '', ''],
      ],
      { delimiter: ';' },
    );
    const preview = async (mapping = '') =>
      running.owner(`/v1/products/preview?${SITE}${mapping}`, { method: 'POST', body: new Uint8Array(file) });
    const first = (await (await preview()).json()) as ProductImport;
    expect(first.columns.map(({ field }) => field)).toEqual(['id', 'name', 'price', 'currency', '']);
    expect(
      first.rows.map(({ row, action, reason, detail }) => [row, action, reason, detail].join(' ').trim()),
    ).toEqual([
      '2 update',
      '3 unchanged',
      '4 create',
      '5 skip same_as_row 4',
      '6 skip name_missing',
      '7 skip value_invalid price',
      '8 skip id_missing',
    ]);
    expect(first.rows[0]).toMatchObject({
      changes: ['price', 'currency'],
      product: { name: 'Mug', category: 'Kitchen', price: '13.00', currency: 'EUR' },
    });
    for (const { id, product, version, changes } of first.rows)
      if (product && changes.length > 0) expect((await put(id, product, version)).ok).toBe(true);
    const again = (await (await preview('&mapping=id,name,price,currency')).json()) as ProductImport;
    expect(again.counts).toEqual({ create: 0, update: 0, unchanged: 3, skip: 4 });
    expect(await errorCode(await preview('&mapping=name,name'))).toBe('400 parameter_invalid');
    expect(await errorCode(await preview('&mapping=id,colour'))).toBe('400 parameter_invalid');
  });

  it('is for those who see everybody', async () => {
    const { ask } = await userOf(running, 'own', [{ site: 'shop', roles: ['rep'], people: 'own' }]);
    const response = await ask(`/v1/imports?${SITE}`, { method: 'POST', body: 'email\na@a.test' });
    expect(await errorCode(response)).toBe('403 person_not_yours');
  });
});
