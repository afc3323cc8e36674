import { describe, expect, it } from 'vitest';
import type { SiteAttribute } from '../../schemas/entities/attributes.js';
import { take } from './testing.js';

const attributes: SiteAttribute[] = [
  { name: 'plan', label: 'Plan', type: 'choice', options: ['Free', 'Team'] },
  { name: 'fleetSize', label: 'Vehicles', type: 'number' },
  { name: 'vip', label: 'VIP', type: 'boolean' },
  { name: 'toString', label: 'Builder', type: 'text' },
];
const site = { attributes, country: 'ES' };
const server = { isPublic: false, site, batch: { visitor: undefined, person: { email: 'ada@example.com' } } };

/** What is kept of an event, apart from what says who it is. */
function told(event: object, overrides: Parameters<typeof take>[1] = { site }) {
  const { events, personal_data, refusal } = take(event, overrides);
  expect(refusal).toBeUndefined();
  const { attributes = {}, fields = {}, name = '', phone = '', company = '' } = personal_data ?? {};
  return {
    attributes,
    fields,
    name,
    phone,
    company,
    title: events?.title,
    props: JSON.parse(events?.props ?? ''),
  };
}

const email = 'ada@example.com';

describe('identify', () => {
  it('says of the person what every site has and what this one has, each as it is written everywhere', () => {
    const event = {
      ...{
        type: 'identify',
        email,
        city: ' Berlin ',
        country: 'Almanya',
        language: 'de-DE',
        birthYear: 1987,
      },
      ...{ plan: 'team', fleet_size: '12', VIP: true, toString: 'Acme', arm: 'b' },
    };
    expect(told(event)).toMatchObject({
      attributes: {
        ...{ city: 'Berlin', country: 'DE', language: 'de', birthYear: '1987' },
        ...{ plan: 'Team', fleetSize: '12', vip: 'true', toString: 'Acme' },
      },
      fields: {},
      props: { arm: 'b' },
    });
  });
  it('says it under props, too, and `events` has none of it, whatever it is', () => {
    const props = { title: 'CTO', industry: 'Retail', plan: 'Team', vip: { odd: true }, arm: 'b' };
    expect(
      told({ type: 'identify', email, url: 'https://shop.test/', title: 'Prices', props }),
    ).toMatchObject({
      attributes: { title: 'CTO', industry: 'Retail', plan: 'Team' },
      title: 'Prices',
      props: { arm: 'b' },
    });
  });
  it('has a title of the person’s where it is on no page', () => {
    expect(told({ type: 'identify', email, title: 'CTO' })).toMatchObject({
      attributes: { title: 'CTO' },
      title: '',
    });
    const context = { url: 'https://shop.test/', title: 'Prices' };
    expect(told({ type: 'identify', email, title: 'Offers' }, { site, batch: { context } })).toMatchObject({
      attributes: {},
      title: 'Offers',
    });
  });
  it('loses nothing by what does not fit, nor by what says nothing', () => {
    const event = {
      type: 'identify',
      email,
      country: 'Zamunda',
      plan: 'Gold',
      city: '',
      region: null,

      vip: null,
    };
    expect(told(event)).toMatchObject({
      attributes: {},
      fields: { country: ['Zamunda'], plan: ['Gold'] },
      props: {},
    });
  });
  it.each([
    { type: 'identify', email },
    { type: 'lead_entered', email },
    { type: 'person_changed' },
    { type: 'form_submit' },
  ])('is cut where it is too long, and whole beside it: $type', (event) => {
    const long = { name: 'n', company: 'c', city: 'x', plan: 'p' };
    const written = Object.fromEntries(
      Object.entries(long).map(([name, text]) => [name, text.repeat(9_000)]),
    );
    const isForm = event.type === 'form_submit';
    const sent = isForm ? { ...event, form: { fields: { email, ...written } } } : { ...event, ...written };
    const text = [{ name: 'plan', label: 'Plan', type: 'text' }];
    const row = told(sent, { ...server, site: { ...site, attributes: text } } as typeof server);
    expect(row).toMatchObject({
      ...{ name: 'n'.repeat(200), company: 'c'.repeat(200) },
      attributes: { city: 'x'.repeat(500), plan: 'p'.repeat(500) },
      fields: Object.fromEntries(Object.entries(written).map(([name, value]) => [name, [value]])),
    });
  });
  it('is kept of a visitor whom nobody knows yet', () => {
    expect(told({ type: 'identify', city: 'Berlin' }).attributes).toEqual({ city: 'Berlin' });
  });
});

describe('lead_entered', () => {
  it('says of the person what a rep knows', () => {
    const lead = {
      type: 'lead_entered',
      email,
      title: 'CTO',
      source: 'Fair',
      plan: 'free',
      address: 'Calle 1',
    };
    expect(told(lead, server)).toMatchObject({
      attributes: { title: 'CTO', plan: 'Free', address: 'Calle 1' },
      title: '',
      props: {},
    });
  });
});

describe('person_changed', () => {
  const change = (event: object) => told({ type: 'person_changed', ...event }, server);
  it('says anew what it names', () => {
    const event = {
      name: 'Ada King',
      phone: '600 11 12 22',
      company: 'Engines',
      city: 'London',
      fleetSize: 3,
      rep: 'mia',
    };
    expect(change(event)).toMatchObject({
      ...{ name: 'Ada King', phone: '+34600111222', company: 'Engines' },
      attributes: { city: 'London', fleetSize: '3' },
      props: { rep: 'mia' },
    });
  });
  it('clears by null and by an empty text, of its columns under their names', () => {
    const event = { name: null, phone: '', company: null, city: null, title: ' ', fleetSize: null, vip: '' };
    expect(change(event)).toMatchObject({
      ...{ name: '', phone: '', company: '' },
      attributes: { name: '', phone: '', company: '', city: '', title: '', fleetSize: '', vip: '' },
      fields: {},
    });
  });
  it('clears nothing by what does not fit', () => {
    expect(change({ phone: '12', country: 'Zamunda', city: ['x'] })).toMatchObject({
      attributes: {},
      fields: { phone: ['12'], country: ['Zamunda'] },
    });
  });
  it('never makes another person of its phone', () => {
    const batch = { visitor: undefined, person: { customer: '7' } };
    const of = (event: object) =>
      take({ type: 'person_changed', ...event }, { ...server, batch }).events?.person_id;
    expect(of({ phone: '600 11 12 22' })).toBe(of({ city: 'London' }));
  });
  it('has a phone before that of whom it is about', () => {
    const batch = { visitor: undefined, person: { email, phone: '+34600000000' } };
    const { personal_data } = take({ type: 'person_changed', phone: '+34600111222' }, { ...server, batch });
    expect(personal_data).toMatchObject({ email, phone: '+34600111222' });
  });
});

describe('what is no word on a person', () => {
  it.each(['plan_chosen', 'page_view', 'conversion'])('%s keeps its own props', (type) => {
    expect(told({ type, plan: 'Team', props: { city: 'Berlin' } })).toMatchObject({
      attributes: {},
      props: { plan: 'Team', city: 'Berlin' },
    });
  });
});
