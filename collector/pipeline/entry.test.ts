import { describe, expect, it } from 'vitest';
import { type EventType, events, eventTypes, serverOnlyTypes } from '../../schemas/events.js';
import { sampleEvent, take } from './testing.js';

const server = { isPublic: false, batch: { visitor: undefined, person: { email: 'ada@example.com' } } };
const sent = (event: object, overrides: Parameters<typeof take>[1] = server) => {
  const rows = take(event, overrides);
  return { ...rows, props: JSON.parse(rows.events?.props ?? 'null') };
};

describe('what only servers send', () => {
  it.each([...serverOnlyTypes])('%s is refused from the public key, and taken with an API key', (type) => {
    const event = sampleEvent(type as EventType);
    expect(take(event).refusal).toEqual({
      index: 0,
      id: 'e1',
      reason: 'server_only',
      message: `${type} counts from a server only: send it with an API key`,
    });
    expect(sent(event).refusal).toBeUndefined();
  });
  it('is what a shop or a rep knows', () => {
    const known = ['purchase', 'refund', 'lead_entered', 'contact_logged', 'stage_changed', 'owner_assigned'];
    expect([...serverOnlyTypes]).toEqual(expect.arrayContaining(known));
  });
  it.each(eventTypes.filter((type) => events[type].from === 'anyone'))('is not %s', (type) => {
    expect(take(sampleEvent(type)).refusal).toBeUndefined();
  });
});

describe('what people wrote', () => {
  const secret = 'Her daughter Eve is ill';
  it.each([
    { type: 'purchase', orderId: 'o1', instructions: secret },
    { type: 'refund', orderId: 'o1', value: 1, reason: secret },
    { type: 'lead_entered', note: secret },
    { type: 'contact_logged', channel: 'call', notes: secret },
    { type: 'stage_changed', stage: 'qualified', reason: secret },
    { type: 'feedback', text: secret },
  ])('is personal data, not part of the event: %j', (event) => {
    const { events, personal_data } = sent(event);
    expect(personal_data).toMatchObject({
      message: secret,
      event_id: expect.stringMatching(/e1$/),
      email: 'ada@example.com',
    });
    expect(JSON.stringify(events)).not.toContain('Eve');
  });
  it('of a contact in short, too', () => {
    const event = { type: 'contact_logged', channel: 'call', subject: secret, outcome: `No: ${secret}` };
    const { events, personal_data } = sent(event);
    expect(personal_data?.fields).toEqual({ subject: [secret], outcome: [`No: ${secret}`] });
    expect(JSON.stringify(events)).not.toContain('Eve');
  });
  it('is kept of a browser that nobody is known by', () => {
    const { personal_data } = take({ type: 'feedback', text: 'Good' });
    expect(personal_data).toMatchObject({ subject_id: 'v1', person_id: '', message: 'Good' });
  });
});

describe('entry', () => {
  it('keeps the facts of each', () => {
    expect(sent({ type: 'contact_logged', channel: 'call', direction: 'inbound', rep: 'mia' }).props).toEqual(
      {
        channel: 'call',
        direction: 'inbound',
        rep: 'mia',
      },
    );
    expect(sent({ type: 'stage_changed', stage: 'qualified', from: 'new' }).props).toEqual({
      stage: 'qualified',
      from: 'new',
    });
    expect(sent({ type: 'owner_assigned', owner: '', rep: 'lee' }).props).toEqual({ owner: '', rep: 'lee' });
    const feedback = sent({ type: 'feedback', rating: 4, ratingMax: 5, orderId: 'o1', theme: 'price' });
    expect(feedback.props).toEqual({ rating: 4, ratingMax: 5, theme: 'price' });
    for (const odd of [
      { rating: 6 },
      { rating: -1 },
      { rating: 11, ratingMax: 10 },
      { rating: 1, ratingMax: 1e9 },
    ])
      expect(take({ type: 'feedback', ...odd }, server).refusal).toMatchObject({ reason: 'event_invalid' });
    expect(feedback.events?.order_id).toBe('o1');
  });
  it('names a lead by what was entered, and tells where it came from', () => {
    const lead = {
      type: 'lead_entered',
      email: 'Bob@Example.com',
      phone: '+34600000000',
      name: 'Bob',
      company: 'B',
    };
    const { events, personal_data, visitor_persons } = sent({ ...lead, source: 'Fair', rep: 'mia' });
    expect(personal_data).toMatchObject({
      email: 'bob@example.com',
      phone: '+34600000000',
      name: 'Bob',
      company: 'B',
    });
    expect(events).toMatchObject({ source: 'Fair', visitor_id: '', props: '{"rep":"mia"}' });
    expect(visitor_persons).toBeUndefined();
  });
  it('refuses a lead without a name to find it by', () => {
    const browser = { isPublic: false, batch: { visitor: 'v1' } };
    for (const event of [{}, { email: 'n/a' }, { name: 'Bob' }])
      expect(sent({ type: 'lead_entered', ...event }, browser).refusal?.reason).toBe('person_invalid');
  });
});
