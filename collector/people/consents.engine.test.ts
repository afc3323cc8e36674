import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
import { fixtures, type Sent } from '../queries/testing.js';
import { startStore, type TestStore } from '../store/testing.js';

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const ada = { email: 'ada@a.test' };
const said = (id: string, at: number, choice: string, more: object = {}): Sent => ({
  ...{ id, at, type: 'consent', choice },
  ...more,
});

it('consents are a ledger: nothing is overwritten, and of each purpose the newest counts', async () => {
  const site = fixtures(() => test, 'ledger');
  await site.browser('v1', [
    said('tracking', 0, 'granted'),
    {
      ...{ id: 'f', at: 1, type: 'form_submit', url: 'https://shop.test/contact' },
      form: {
        ...{ id: 'contact', name: 'Contact', fields: { ...ada, news: 'on' } },
        hints: { news: { type: 'checkbox', label: 'I agree to receive the newsletter' } },
      },
    },
  ]);
  await site.server(ada, [
    said('call', 3, 'granted', {
      purpose: 'calls',
      text: 't1',
      version: 2,
      source: 'phone',
      rep: 'mia',
      wording: 'May we call?',
    }),
    said('no', 2, 'denied', { purpose: 'calls' }),
  ]);
  const person = String(((await site.lead(ada.email)) as QueryRow<'leads'>).person_id);
  const ledger = async () =>
    ((await site.query('consents', { person })).rows as QueryRow<'consents'>[]).map((row) => [
      ...[row.event_id, row.purpose || row.wording, row.choice, row.is_current, row.is_word],
    ]);
  const box = ['f', 'I agree to receive the newsletter', 'granted'];
  expect(await ledger()).toEqual([
    ['call', 'calls', 'granted', true, true],
    ['no', 'calls', 'denied', false, true],
    [...box, true, false],
    ['tracking', '', 'granted', true, false],
  ]);
  expect((await site.query('consents', { person })).rows[0]).toMatchObject({
    ...{ wording: 'May we call?', text: 't1', version: 2, source: 'phone', rep: 'mia' },
  });
  // Anybody can say that they agree; not over what was taken down of them.
  await site.browser('v1', [said('claim', 3.5, 'granted', { purpose: 'calls', rep: 'mia' })]);
  expect((await ledger())[0]).toEqual(['claim', 'calls', 'granted', false, false]);
  await site.browser('v1', [said('stop', 3.6, 'denied', { purpose: 'calls' })]);
  expect((await ledger())[0]).toEqual(['stop', 'calls', 'denied', true, false]);
  await site.server(ada, [{ id: 'u', at: 3.7, type: 'retracted', event: 'stop' }]);
  // What a box said is withdrawn by its sentence.
  await site.server(ada, [said('w', 4, 'withdrawn', { wording: 'I agree to receive the newsletter' })]);
  await site.server(ada, [{ id: 'r', at: 5, type: 'retracted', event: 'call' }]);
  expect(await ledger()).toEqual([
    ['w', 'I agree to receive the newsletter', 'withdrawn', true, true],
    ['claim', 'calls', 'granted', false, false],
    ['no', 'calls', 'denied', true, true],
    [...box, false, false],
    ['tracking', '', 'granted', true, false],
  ]);
  // Somebody else on the same browser agrees for themselves alone.
  await site.browser('v1', [
    { ...said('eve', 10, 'denied'), at: 10 },
    { id: 'g', at: 9, type: 'identify', email: 'eve@a.test' },
  ]);
  expect((await ledger()).map(([id]) => id)).not.toContain('eve');
});
