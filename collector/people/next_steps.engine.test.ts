// What is to be done next for people, as `next_steps`, `leads` and `timeline` tell it.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { QueryRow } from '../../schemas/api.js';
import { NOW } from '../pipeline/testing.js';
import { fixtures, MINUTE, type Sent } from '../queries/testing.js';
import { dayInZone, isoInZone } from '../queries/zone.js';
import { startStore, type TestStore } from '../store/testing.js';

vi.setConfig({ testTimeout: 300_000 });

let test: TestStore;
beforeAll(async () => {
  test = await startStore();
});
afterAll(() => test.stop());

const ADA = { email: 'ada@a.test' };
const siteOf = (name: string) => fixtures(() => test, name);
const stepsOf = async (site: string, asked: Record<string, string> = {}, timeZone = 'UTC') =>
  (await siteOf(site).query('next_steps', asked, { timeZone })).rows as QueryRow<'next_steps'>[];
const whatsOf = async (site: string, asked: Record<string, string> = {}, timeZone = 'UTC') =>
  (await stepsOf(site, asked, timeZone)).map(({ what }) => what);

const entered: Sent = { id: 'entered', at: 0, type: 'lead_entered', name: 'Ada' };
const set = (id: string, at: number, what: string, more: Partial<Sent> = {}): Sent => ({
  id,
  at,
  type: 'next_step_set',
  what,
  dueAt: NOW + 60 * MINUTE,
  ...more,
});
const done = (id: string, at: number, step: string): Sent => ({ id, at, type: 'next_step_done', step });
const contact = (id: string, at: number, more: Partial<Sent> = {}): Sent => ({
  id,
  at,
  type: 'contact_logged',
  channel: 'call',
  ...more,
});

it('a step is open until it is done, and the newest word of it counts', async () => {
  const { server, lead } = siteOf('open');
  const due = NOW + 60 * MINUTE;
  await server(ADA, [
    entered,
    set('s1', 1, 'Call', { step: 'call', rep: 'mia' }),
    set('s2', 1, 'Write', { dueAt: due + 1 }),
  ]);
  expect(await stepsOf('open')).toMatchObject([
    { step: 'call', what: 'Call', at: due, rep: 'mia', name: 'Ada', email: ADA.email },
    { step: 's2', what: 'Write', at: due + 1, rep: '' },
  ]);
  expect(await lead(ADA.email)).toMatchObject({ next_step_at: due, next_step: 'Call', contacts: 0 });
  await server(ADA, [set('s3', 2, 'Call again', { step: 'call', dueAt: due + 2 })]);
  // What was said earlier and comes later changes nothing.
  await server(ADA, [done('d0', 1, 'call')], { receivedAt: NOW + 10 * MINUTE });
  expect(await whatsOf('open')).toEqual(['Write', 'Call again']);
  await server(ADA, [done('d1', 3, 's2'), { id: 'o', at: 3, type: 'owner_assigned', owner: 'ben' }]);
  expect(await stepsOf('open')).toMatchObject([{ step: 'call', what: 'Call again', rep: 'ben' }]);
  expect(await whatsOf('open', { rep: 'ben' })).toEqual(['Call again']);
  expect(await whatsOf('open', { rep: 'mia' })).toEqual([]);
  await server(ADA, [done('d2', 4, 'call')]);
  expect(await stepsOf('open')).toEqual([]);
  expect(await lead(ADA.email)).toMatchObject({ next_step_at: 0, next_step: '' });
});

it('a contact does what was open then, and may tell what comes next; a note does nothing', async () => {
  const { server, lead, query } = siteOf('contacts');
  const due = NOW + 500 * MINUTE;
  await server(ADA, [entered, set('s1', 10, 'Call')]);
  await server(ADA, [contact('n', 20, { channel: 'note', notes: 'Prefers mail' })]);
  // Logged later, of a time before it was set.
  await server(ADA, [contact('early', 5)], { receivedAt: NOW + 30 * MINUTE });
  expect(await whatsOf('contacts')).toEqual(['Call']);
  const nextStep = { at: due, what: 'Send the offer', rep: 'mia' };
  await server(ADA, [contact('c', 40, { durationMinutes: 12, outcome: 'Wants an offer', nextStep })]);
  expect(await stepsOf('contacts')).toMatchObject([
    { step: 'c', what: 'Send the offer', at: due, rep: 'mia' },
  ]);
  expect(await lead(ADA.email)).toMatchObject({
    next_step_at: due,
    contacts: 2,
    last_contact_at: NOW + 40 * MINUTE,
  });
  const person = (await lead(ADA.email))?.person_id ?? '';
  const { rows } = await query('timeline', { person, search: 'offer' });
  expect(rows).toMatchObject([
    {
      event_id: 'c',
      step_id: 'c',
      step_at: due,
      step_rep: 'mia',
      next_step: 'Send the offer',
      props: { durationMinutes: 12 },
    },
  ]);
});

it('a contact is told as it was corrected last, in whatever order that comes; a correction can be retracted', async () => {
  const corrected = (id: string, at: number, revision: number, more: Partial<Sent>): Sent => ({
    ...{ id, at, type: 'contact_changed', contact: 'c', revision, channel: 'call' },
    ...more,
  });
  const logged = [
    contact('c', 20, { direction: 'outbound', outcome: 'No answer', notes: 'Rang twice', rep: 'mia' }),
    corrected('c2', 40, 2, {
      dueAt: NOW + 10 * MINUTE,
      direction: 'inbound',
      outcome: 'Wants an offer',
      durationMinutes: 5,
    }),
    corrected('c1', 30, 1, { channel: 'note', notes: 'Only a note' }),
  ];
  for (const [run, sent] of [logged, [...logged].reverse()].entries()) {
    const site = siteOf(`corrected-${run}`);
    await site.server(ADA, [entered]);
    for (const act of sent) await site.server(ADA, [act], { receivedAt: NOW + 60 * MINUTE });
    const found = (await site.lead(ADA.email)) as QueryRow<'leads'>;
    // It took place earlier than it was logged to have, and was sought by the person: it shows interest.
    expect(found).toMatchObject({ contacts: 1, last_contact_at: NOW + 10 * MINUTE, stage: 'prospect' });
    const told = async () =>
      (await site.query('timeline', { person: found.person_id })).rows as QueryRow<'timeline'>[];
    expect(await told()).toMatchObject([
      { event_id: 'c2', type: 'contact_changed' },
      { event_id: 'c1', type: 'contact_changed' },
      {
        event_id: 'c',
        corrected_at: NOW + 40 * MINUTE,
        took_place_at: NOW + 10 * MINUTE,
        props: { channel: 'call', direction: 'inbound', durationMinutes: 5 },
        fields: { outcome: ['Wants an offer'] },
        message: '',
        history: [
          { told_at: NOW + 20 * MINUTE, message: 'Rang twice', props: { rep: 'mia' } },
          { told_at: NOW + 30 * MINUTE, message: 'Only a note', props: { channel: 'note' } },
        ],
      },
      { event_id: 'entered', corrected_at: 0, history: [] },
    ]);
    await site.server(ADA, [{ id: 'r', at: 50, type: 'retracted', event: 'c2' }]);
    expect(await site.lead(ADA.email)).toMatchObject({ contacts: 0, last_contact_at: 0, stage: 'lead' });
    expect((await told())[2]).toMatchObject({ message: 'Only a note', took_place_at: 0 });
    await site.server(ADA, [{ id: 'r2', at: 51, type: 'retracted', event: 'c' }]);
    const at = (minutes: number) => ({ retracted_at: NOW + minutes * MINUTE });
    expect(await told()).toMatchObject([at(50), at(51), at(51), { event_id: 'entered', retracted_at: 0 }]);
  }
});

it('what is due is told by the clock and the days of the site, and who has nothing to be done for them where it is asked', async () => {
  const zone = 'Pacific/Kiritimati';
  const day = isoInZone(zone)(Date.now()).slice(0, 10);
  const { end = 0 } = dayInZone(day, zone) ?? {};
  const { server } = siteOf('due');
  await server(ADA, [
    entered,
    set('s1', 1, 'late', { dueAt: Date.now() - MINUTE }),
    set('s2', 1, 'now', { dueAt: end }),
    set('s3', 1, 'then', { dueAt: end + 1 + 24 * 60 * MINUTE }),
  ]);
  for (const [email, stage] of [
    ['eve@a.test', 'new'],
    ['bob@a.test', 'disqualified'],
  ] as const)
    await server({ email }, [
      { id: `l-${stage}`, at: 0, type: 'lead_entered' },
      { id: `s-${stage}`, at: 1, type: 'stage_changed', stage },
    ]);
  const told = async (due: string) => whatsOf('due', { due }, zone);
  // The day may end while this runs.
  if ((dayInZone(isoInZone(zone)(Date.now()).slice(0, 10), zone)?.end ?? 0) === end) {
    expect(await told('overdue')).toEqual(['late']);
    expect(await told('today')).toEqual(['now']);
    expect(await told('later')).toEqual(['then']);
  }
  expect(await whatsOf('due', {}, zone)).toEqual(['late', 'now', 'then']);
  expect(await stepsOf('due', { due: 'none' })).toMatchObject([
    { email: 'eve@a.test', step: '', at: 0, due: 'none' },
  ]);
});

describe('in any order of arrival, and twice', () => {
  const step = fc.constantFrom('a', 'b');
  const said = fc.oneof(
    fc.record({ type: fc.constant('set' as const), step }),
    fc.record({ type: fc.constant('done' as const), step }),
    fc.record({ type: fc.constant('contact' as const), step: fc.constant('') }),
  );

  it('the same steps are open', async () => {
    let site = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { minLength: 1, maxLength: 8 }).chain((all) => {
          const events = all.map(({ type, step }, at): Sent => {
            if (type === 'set') return set(`e${at}`, at + 1, `${step}${at}`, { step, dueAt: NOW + at });
            return type === 'done' ? done(`e${at}`, at + 1, step) : contact(`e${at}`, at + 1);
          });
          return fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length }),
          );
        }),
        async ([events, sent]) => {
          const name = `any${site++}`;
          const { server } = siteOf(name);
          await server(ADA, [entered]);
          for (const [at, event] of sent.entries())
            await server(ADA, [event], { receivedAt: NOW + (100 + at) * MINUTE });
          const open = new Map<string, string>();
          for (const event of events) {
            if (event.type === 'contact_logged') open.clear();
            else if (event.type === 'next_step_done') open.delete(String(event.step));
            else open.set(String(event.step), String(event.what));
          }
          const wanted = [...open.values()].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
          expect(await whatsOf(name)).toEqual(wanted);
        },
      ),
      { numRuns: 5 },
    );
  });
});
