import { describe, expect, it } from 'vitest';
import type { Field } from '../../schemas/events/places.js';
import { type EventType, events, eventTypes } from '../../schemas/events.js';
import { textsOf } from './events.js';
import { type Language, languages } from './locale.js';

const named = (type: EventType, isThere: (place: Field['place']) => boolean) =>
  Object.entries<Field>(events[type].fields)
    .filter(([, { place }]) => isThere(place))
    .map(([name]) => name)
    .sort();

describe.each(Object.keys(languages) as Language[])('texts of event types, in %s', async (language) => {
  const { texts } = (await import(`./events.${language}.ts`)) as typeof import('./events.en.js');
  const catalogue = { events: texts };

  it.each(eventTypes)('name %s, its facts and what is written beside it', (type) => {
    const { label, facts = {}, fields = {}, message } = textsOf(type, catalogue) ?? { label: '' };
    expect(label.trim()).not.toBe('');
    expect(Object.keys(facts).sort()).toEqual(
      named(type, (place) => ['fact', 'own_id'].includes(place.to) || (place.to === 'step' && place.isFact)),
    );
    expect(Object.keys(fields).sort()).toEqual(named(type, ({ to }) => to === 'field'));
    expect(Boolean(message)).toBe(named(type, ({ to }) => to === 'message').length > 0);
  });

  it('are of no other types', () => {
    expect(Object.keys(texts).sort()).toEqual([...eventTypes].sort());
    for (const type of ['toString', '__proto__', 'poem_written'])
      expect(textsOf(type, catalogue)).toBeUndefined();
  });
});
