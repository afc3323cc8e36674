import { ownIdOf } from '../../schemas/events/key.js';
import type { Column, Field, Place } from '../../schemas/events/places.js';
import { type EventType, events, eventTypes } from '../../schemas/events.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { scrubText } from './scrub.js';
import { type Draft, step } from './step.js';

/** Puts a field's value where its definition says. */
type Put = (draft: Draft, value: unknown) => void;

/** What each type has of its own: its fields, each where its definition in `schemas/events/` says that it is kept. */
export const fields = step('fields', (draft) => {
  const puts = putsOf.get(draft.event.type);
  if (!puts) return undefined;
  const event = draft.event as Record<string, unknown>;
  for (const [name, put] of puts) put(draft, event[name]);
  return undefined;
});

function putter(name: string, place: Place): Put | undefined {
  switch (place.to) {
    case 'column':
      return ifSent(({ row }, value) => set(row, place.column, place.scrub ? scrubbed(value) : value));
    case 'fact': {
      const { column, scrub } = place;
      const keep: Put = ({ props }, sent) => {
        props[name] = scrub ? scrubbed(sent) : sent;
      };
      if (!column) return ifSent(keep);
      return (draft, sent) => {
        if (sent !== undefined) keep(draft, sent);
        // Where it was not sent the table would read it out of the sender's own props.
        set(draft.row, column, sent === undefined ? '' : draft.props[name]);
      };
    }
    case 'own_id':
      return ({ row, props, event }, value) => {
        props[name] = value ?? '';
        set(row, place.column, ownIdOf(value, event.id));
      };
    case 'message':
      return ifSent(({ written }, value) => {
        written.message = String(value);
      });
    case 'field':
      return ifSent(({ written }, value) => {
        if (value !== '') written.fields.set(name, [String(value)]);
      });
    case 'identity':
      return ifSent(({ identity }, value) => {
        identity[place.as] = String(value);
      });
    case 'attribute':
      return ifSent(({ attributes }, value) => {
        const text = String(value ?? '').trim();
        if (text || place.clears) attributes[name] = text;
      });
    case 'step':
      return undefined;
  }
}

const ifSent =
  (put: Put): Put =>
  (draft, value) => {
    if (value !== undefined) put(draft, value);
  };

const scrubbed = (value: unknown) => (typeof value === 'string' ? scrubText(value) : value);

/** That a field's schema reads what its column holds, `column()` has seen to. */
function set(row: TableRows['events'], column: Column, value: unknown): void {
  (row as Record<Column, unknown>)[column] = value;
}

/** Worked out once: events come by the thousand. */
const putsOf: ReadonlyMap<string, [name: string, put: Put][]> = new Map(
  eventTypes.map((type) => [type, putsFor(type)]),
);

function putsFor(type: EventType): [name: string, put: Put][] {
  return Object.entries<Field>(events[type].fields).flatMap(([name, { place }]) => {
    const put = putter(name, place);
    return put ? [[name, put] as [string, Put]] : [];
  });
}
