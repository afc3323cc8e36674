import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
import { personId } from '../identity/identifiers.js';
import { targetOf } from '../people/testing.js';
import { runNamed } from '../queries/run.js';
import { fixtures, form, identify, purchase } from '../queries/testing.js';
import { startStore, type TestStore } from '../store/testing.js';
import { findDuplicates } from './find_duplicates.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const idOf = (site: string, email: string) => personId('secret', site, 'email', email);

/** Who may be one, those for whom most speaks first. */
async function pairsOf(site: string, parameters: Record<string, string> = {}) {
  const job = findDuplicates(test.store, targetOf(test.store).models, () => []);
  await job.step({ site, id: '', state: {}, signal: new AbortController().signal });
  const { rows } = await fixtures(() => test, site).query('duplicates', parameters);
  return (rows as QueryRow<'duplicates'>[]).map(({ name, other_name, reasons }) =>
    [...[name, other_name].sort(), ...reasons].join(', '),
  );
}

it('what a page said comes before a phone number, and that before a name; each can be asked for', async () => {
  const { browser, server } = fixtures(() => test, 'ranks');
  const people = [
    ['ada@acme.com', 'Ada Lovelace', ''],
    ['lovelace@acme.com', 'Lovelace, Ada', ''],
    ['bob@gmail.com', 'Bob', '+34600111222'],
    ['rob@gmail.com', 'Rob', '+34600111222'],
    ['eve@gmail.com', 'Eve', ''],
    ['evelyn@gmail.com', 'Evelyn', ''],
  ] as const;
  for (const [at, [email, name, tel]] of people.entries())
    await browser(`v${at}`, [form(`f${at}`, at, { email, name, ...(tel && { tel }) })]);
  // Of a customer that two claim to be neither is sure.
  await server({ customer: '7' }, [purchase('o1', 9, 'o-1', 1)]);
  for (const [at, email] of ['eve@gmail.com', 'evelyn@gmail.com'].entries())
    await browser(`c${at}`, [identify(`i${at}`, 10 + at, { email, customer: '7' })]);
  const [one, other, ...alike] = await pairsOf('ranks');
  expect([one, other].sort()).toEqual([', Eve, claim', ', Evelyn, claim']);
  expect(alike).toEqual(['Bob, Rob, phone', 'Ada Lovelace, Lovelace, Ada, name']);
  expect(await pairsOf('ranks', { reasons: 'phone' })).toEqual(['Bob, Rob, phone']);
  for (const email of ['bob@gmail.com', 'rob@gmail.com'])
    expect(await pairsOf('ranks', { person: idOf('ranks', email) })).toEqual(['Bob, Rob, phone']);
  expect(await pairsOf('ranks', { person: idOf('ranks', 'nobody@gmail.com') })).toEqual([]);
});

it('nearly the same name is a suspect at one company alone', async () => {
  const { browser } = fixtures(() => test, 'names');
  const people = [
    ['ana@acme.com', 'Ana Perez', 'Acme'],
    ['ana.perez@acme.com', 'Ana Pérez', 'ACME, S.L.'],
    ['tom@group.com', 'Tom Tamper', 'Hotels'],
    ['t.tamper@group.com', 'Tom Tamper', 'Trucks'],
    ['joe@example.com', 'Joe Public', ''],
    ['j.public@example.com', 'Joe Public', ''],
    ['joe@shop.example', 'Joe Public', ''],
    ['j.public@shop.example', 'Joe Public', ''],
    ['joe@mail.test', 'Joe Public', ''],
    ['j.public@mail.test', 'Joe Public', ''],
    ['joe@counterexample.com', 'Jo Public', ''],
    ['j.public@counterexample.com', 'Jo Public', ''],
  ] as const;
  for (const [at, [email, name, company]] of people.entries())
    await browser(`v${at}`, [form(`f${at}`, at, { email, name, ...(company && { company }) })]);
  expect((await pairsOf('names')).sort()).toEqual([
    'Ana Perez, Ana Pérez, name',
    'Jo Public, Jo Public, name',
  ]);
});

it('that somebody has no suspects is no refusal to show them', async () => {
  const acts: object[] = [];
  const asker = { owners: ['rep-1'], within: [], note: async (act: object) => void acts.push(act) };
  const asked = { site: 'names', person: idOf('names', 'ana@acme.com') };
  for (const query of ['duplicates', 'person'])
    await runNamed(test.store, query, new URLSearchParams(asked), { asker });
  expect(acts).toEqual([
    { action: 'viewed', subject: asked.person },
    { action: 'refused', code: 'person_not_yours', subject: asked.person },
  ]);
});
