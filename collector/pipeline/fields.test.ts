import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../schemas/events/places.js';
import { type EventType, events, eventTypes } from '../../schemas/events.js';
import { blankEvent } from '../../schemas/gen/blank_event.js';
import { steps } from './index.js';
import { sampleEvent, sampleOf, take } from './testing.js';

/** Every field of every type. */
const all = eventTypes.flatMap((type) =>
  Object.entries<Field>(events[type].fields).map(([name, field]) => ({ type, name, field })),
);
const server = {
  isPublic: false,
  isOwn: true as const,
  batch: { visitor: 'v1', person: { customer: 'sample' } },
};

function rowsOf(type: EventType, change: object = {}) {
  const { events: row, personal_data, refusal } = take({ ...sampleEvent(type), ...change }, server);
  expect(refusal).toBeUndefined();
  return { row: { ...row }, props: JSON.parse(row?.props ?? ''), personal: personal_data };
}

describe('each field that a type declares', () => {
  it('are of every type but those that have none', () => expect(all.length).toBeGreaterThan(40));

  it.each(all)('$name of $type has a place that exists', ({ field: { place } }) => {
    if ('column' in place && place.column) expect(Object.keys(blankEvent())).toContain(place.column);
    if (place.to === 'step') expect(steps.map(({ name }) => name)).toContain(place.step);
    expect(place.to).toMatch(/^(column|fact|own_id|message|field|identity|attribute|step)$/);
  });

  it.each(all)('$name of $type is found again where its place says', ({ type, name, field }) => {
    const { place, schema } = field;
    const value = v.parse(schema, sampleOf(name, field));
    const { row, props, personal } = rowsOf(type);
    if ('column' in place && place.column) expect(row).toHaveProperty(place.column, value);
    if (place.to === 'fact' || place.to === 'own_id') expect(props).toHaveProperty(name, value);
    if (place.to === 'message') expect(personal?.message).toBe(value);
    if (place.to === 'field') expect(personal?.fields).toHaveProperty(name, [value]);
    if (place.to === 'identity') expect(personal).toHaveProperty(place.as, value);
    if (place.to === 'attribute') {
      const { attributes, ...columns } = personal ?? {};
      expect({ ...attributes, ...columns }).toHaveProperty(name, value);
    }
    if (place.to === 'step') {
      if (place.isFact) expect(props).toHaveProperty(name);
      // What a step makes of it is the step's own: there is something that is not there without it.
      const without = take({ ...sampleEvent(type), [name]: undefined }, server);
      expect({ ...without.events, personal: without.personal_data }).not.toEqual({ ...row, personal });
    }
  });

  it.each(all.filter(({ field }) => ['message', 'field', 'identity', 'attribute'].includes(field.place.to)))(
    '$name of $type names or quotes a person, and is not in `events`',
    ({ type, name, field }) => {
      const { row } = rowsOf(type);
      expect(JSON.stringify(row)).not.toContain(JSON.stringify(sampleOf(name, field)));
    },
  );
});

it.each(eventTypes)('%s has no more than one free text', (type) => {
  const texts = all.filter((one) => one.type === type && one.field.place.to === 'message');
  expect(texts.length).toBeLessThan(2);
});

it('what is known by its own ids has them in the columns that say so', () => {
  const refundOf = (change: object) => rowsOf('refund', change).row;
  expect(refundOf({ orderId: 'o1', refundId: "r'1" })).toMatchObject({
    once_id: "#refund ('o1','r\\'1')",
    event_key: "#refund ('o1','r\\'1') e1",
    refund_id: "r'1",
  });
  expect(refundOf({ orderId: 'o1', refundId: undefined })).toMatchObject({
    once_id: "#refund ('o1','#e1')",
    refund_id: '#e1',
  });
  expect(rowsOf('purchase', { orderId: 'o1' }).row).toMatchObject({
    once_id: '#purchase o1',
    event_key: '#purchase o1 e1',
  });
  for (const row of [rowsOf('conversion', { orderId: undefined }).row, rowsOf('feedback').row])
    expect([row.once_id, row.event_key]).toEqual([undefined, undefined]);
});

it('a field without a place is a type error', () => {
  const { schema } = events.consent.fields.choice;
  // @ts-expect-error a schema alone says nothing of where its values are kept
  const field: Field = schema;
  expect(field).not.toHaveProperty('place');
});
