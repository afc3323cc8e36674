// What whoever sees their own people alone may write of whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode, startApp, type TestApp } from '../http/testing.js';
import { type Ask, userOf } from '../http/testing_users.js';

let running: TestApp;
let rep: { id: string; ask: Ask };
const MINE = 'mine@people.example';
const OTHERS = 'others@people.example';

let count = 0;
const event = (type: string, fields: object = {}) => ({ id: `o${++count}`, ts: Date.now(), type, ...fields });
const call = (fields: object = {}) => event('contact_logged', { channel: 'call', ...fields });

beforeAll(async () => {
  running = await startApp();
  rep = await userOf(running, 'Rep', [{ site: 'shop', roles: ['rep'], people: 'own' }]);
  for (const email of [MINE, OTHERS])
    await running.send({
      site: 'shop',
      person: { email, customer: `c-${email}` },
      events: [event('identify', { email, customer: `c-${email}` })],
    });
  await running.send({
    site: 'shop',
    person: { email: MINE },
    events: [event('owner_assigned', { owner: 'REP@team.example' })],
  });
});
afterAll(() => running.stop());

const send = (batch: object) =>
  rep.ask('/v1/events?ack=stored', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ site: 'shop', ...batch }),
  });
const ownLeads = async () => {
  const { rows } = (await (await rep.ask('/v1/query/leads?site=shop')).json()) as {
    rows: { email: string }[];
  };
  return rows.map(({ email }) => email);
};

describe('a rep with their own people', () => {
  it.each([
    ['by e-mail', () => ({ person: { email: ' Mine@People.Example ' }, events: [call()] })],
    ['by customer id', () => ({ person: { customer: `c-${MINE}` }, events: [call({ notes: 'x' })] })],
    ['in the event', () => ({ events: [call({ person: { email: MINE } })] })],
    ['a stage', () => ({ person: { email: MINE }, events: [event('stage_changed', { stage: 'working' })] })],
  ])('writes of them: %s', async (_, batch) => {
    expect((await send(batch())).status).toBe(202);
  });

  it.each([
    ['somebody else’s', () => ({ person: { email: OTHERS }, events: [call()] })],
    ['somebody new', () => ({ person: { email: 'new@people.example' }, events: [call()] })],
    ['both', () => ({ person: { email: MINE, customer: `c-${OTHERS}` }, events: [call()] })],
    [
      'one of many',
      () => ({ person: { email: MINE }, events: [call(), call({ person: { email: OTHERS } })] }),
    ],
    ['a browser', () => ({ visitor: 'v1', person: { email: MINE }, events: [call()] })],
    ['a browser, in the event', () => ({ person: { email: MINE }, events: [call({ visitor: 'v1' })] })],
    ['a browser that is null', () => ({ visitor: null, person: { email: OTHERS }, events: [call()] })],
    [
      'at a time that is null',
      () => ({ sent: null, person: { email: OTHERS }, events: [event('owner_assigned', { owner: 'x' })] }),
    ],
    ['a number', () => ({ person: { email: MINE, customer: 7 }, events: [call()] })],
    ['nobody', () => ({ events: [call()] })],
    [
      'taking one over',
      () => ({ person: { email: OTHERS }, events: [event('owner_assigned', { owner: 'x' })] }),
    ],
    [
      'joining',
      () => ({ person: { email: MINE }, events: [event('identify', { customer: `c-${OTHERS}` })] }),
    ],
    ['entering', () => ({ person: { email: MINE }, events: [event('lead_entered', { email: OTHERS })] })],
    [
      'a form',
      () => ({
        person: { email: MINE },
        events: [event('form_submit', { form: { fields: { email: OTHERS } } })],
      }),
    ],
    [
      'an order',
      () => ({ person: { email: MINE }, events: [event('purchase', { orderId: 'o-1', value: 1 })] }),
    ],
    ['of their own', () => ({ person: { email: MINE }, events: [event('something')] })],
    ['__proto__', () => ({ person: JSON.parse('{"__proto__":{"email":"x"}}'), events: [call()] })],
    ['no event', () => ({ person: { email: MINE }, events: [null, 7] })],
  ])('writes of nobody else: %s', async (_, batch) => {
    const answer = await send(batch());
    if (answer.status === 202) expect(await answer.json()).toMatchObject({ accepted: 0 });
    else expect(await errorCode(answer)).toMatch(/^(403 person_not_yours|400 batch_invalid)$/);
    const { rows } = (await (await running.owner('/v1/query/leads?site=shop')).json()) as {
      rows: { email: string; events: number }[];
    };
    expect(rows.find(({ email }) => email === OTHERS)?.events).toBe(1);
    expect(rows.map(({ email }) => email).sort()).toEqual([MINE, OTHERS]);
    expect(await ownLeads()).toEqual([MINE]);
  });

  it('enters somebody new, who is theirs then', async () => {
    const entered = (email: string, owner?: string) => ({
      events: [
        event('lead_entered', { email, phone: '+34600111222', note: 'At the fair' }),
        ...(owner ? [event('owner_assigned', { owner, person: { email } })] : []),
      ],
    });
    for (const batch of [
      entered('fair@people.example'),
      entered('fair@people.example', 'ben'),
      entered(OTHERS, rep.id),
    ])
      expect(await errorCode(await send(batch))).toBe('403 person_not_yours');
    expect((await send(entered('fair@people.example', 'REP@team.example'))).status).toBe(202);
    expect((await ownLeads()).sort()).toEqual(['fair@people.example', MINE]);
    await send({
      person: { email: 'fair@people.example' },
      events: [event('owner_assigned', { owner: 'ben' })],
    });
  });

  it('is told what is wrong with what is no batch', async () => {
    expect(await errorCode(await send({ events: [] }))).toBe('400 batch_invalid');
    expect(await errorCode(await send({ site: 'demo', person: { email: MINE }, events: [call()] }))).toBe(
      '404 site_unknown',
    );
  });

  it('sees nobody by what a stranger claims of them', async () => {
    await running.send({
      site: 'shop',
      person: { email: OTHERS },
      events: [event('owner_assigned', { owner: 'ben' })],
    });
    await running.send({
      site: 'shop',
      person: { customer: 'half' },
      events: [event('owner_assigned', { owner: rep.id })],
    });
    const claim = event('identify', { email: OTHERS, customer: 'half' });
    expect(
      (
        await running.post(
          { site: 'shop', visitor: 'v9', sent: Date.now(), events: [claim] },
          {},
          '?ack=stored',
        )
      ).status,
    ).toBe(202);
    await running.send({
      site: 'shop',
      person: { customer: 'half' },
      events: [event('owner_assigned', { owner: rep.id })],
    });
    const { rows } = (await (await running.owner('/v1/query/leads?site=shop&search=half')).json()) as {
      rows: { email: string }[];
    };
    // The server has said another customer id of theirs: the claim joins nobody.
    expect(rows.map(({ email }) => email)).toEqual(['', OTHERS]);
    expect(await ownLeads()).toEqual(['', MINE]);
  });

  it('sees them no more once somebody else has charge', async () => {
    expect(
      (await send({ person: { email: MINE }, events: [event('owner_assigned', { owner: 'ben' })] })).status,
    ).toBe(202);
    expect(await ownLeads()).toEqual(['']);
    expect(await errorCode(await send({ person: { email: MINE }, events: [call()] }))).toBe(
      '403 person_not_yours',
    );
  });
});
