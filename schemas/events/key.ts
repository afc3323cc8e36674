/**
 * What an event is known by. `once_id` tells whether two are one: a retry has the event id of the first, an order sent
 * again under another one has its order id. `event_key` tells an event from others of its subject, and is the key under
 * which `personal_data` and `visitor_persons` keep what belongs to it: a shop may send a purchase and its refund under one
 * event id, and each keeps its own text.
 *
 * Both are stored with the event where they differ from its id; rows of before have theirs from migration 0009.
 */
import type { Definition } from './define.js';

interface Keys {
  once_id: string | undefined;
  event_key: string | undefined;
}

const BY_ID: Keys = { once_id: undefined, event_key: undefined };

/** @returns undefined where it is the event's id */
export function keysOf({ type, once }: Pick<Definition, 'type' | 'once'>, event: Readonly<WithId>): Keys {
  const [first, ...rest] = once;
  if (first === undefined || !event[first]) return BY_ID;
  const parts = [String(event[first]), ...rest.map((name) => ownIdOf(event[name], event.id))];
  const once_id = `#${type} ${parts.length === 1 ? parts[0] : tuple(parts)}`;
  return { once_id, event_key: `${once_id} ${event.id}` };
}

type WithId = { id: string } & { [name: string]: unknown };

/** The sender's own id of something, else one made of the event's: `#` begins no event id. */
export const ownIdOf = (own: unknown, eventId: string): string =>
  own === undefined || own === '' ? `#${eventId}` : String(own);

/** As ClickHouse writes a tuple: its parts are quoted, so that no two lists of ids read alike. */
const tuple = (parts: readonly string[]) =>
  `(${parts.map((part) => `'${part.replace(/[\\'\b\f\n\r\t\0]/g, (char) => ESCAPES[char] ?? char)}'`).join(',')})`;

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  "'": "\\'",
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};
