import { eventsFor, schemaOf } from '../../schemas/events.js';
import {
  ATTRIBUTE_MAX,
  NAME_MAX,
  type PersonAttribute,
  personAttributes,
} from '../../schemas/person_attributes.js';
import { normaliseEmail, normalisePhone } from '../identity/identifiers.js';
import { isMadeUp, isUnread } from '../identity/junk.js';
import { plain } from '../identity/plain.js';
import { ownValue, standardValue } from './attribute_values.js';
import { ownAttributes } from './own_attributes.js';
import { isPersonsTitle } from './page.js';
import { type Draft, type Envelope, step } from './step.js';

const STANDARD: ReadonlySet<string> = new Set(personAttributes);
const hasForm = eventsFor('form');

/**
 * What the event says of the person: what its type declares, and what the site has declared, each written as its kind is
 * written everywhere. What does not fit, or not as a whole, costs nothing: it is kept as it was written, beside what else
 * was written.
 */
export const attributes = step('attributes', (draft, envelope) => {
  const { attributes, definition, written } = draft;
  if (definition?.tells) take(draft, envelope, definition.tells.clears);
  for (const name in attributes) {
    const text = attributes[name] ?? '';
    if (text === '' && name !== 'email') continue;
    const value = kept(name, text, draft, envelope);
    if (value) attributes[name] = value;
    else delete attributes[name];
    // Nobody is without the address that they are known by.
    if (text === '') continue;
    const isWhole = value !== '' && text.length <= maxOf(name);
    if (!isWhole && !hasForm(draft.event)) written.fields.set(name, [text]);
  }
  return undefined;
});

function kept(name: string, text: string, { row }: Draft, { site, receivedAt }: Envelope): string {
  if (STANDARD.has(name)) return standardValue(name as PersonAttribute, text, receivedAt);
  const own = ownAttributes(site).named.get(plain(name));
  if (own) return ownValue(own, text);
  if (name === 'email') return emailOf(text);
  return name === 'phone' ? normalisePhone(text, site.country, row.country) : text.slice(0, maxOf(name));
}

/** Empty where it is nobody's. */
function emailOf(text: string): string {
  const email = normaliseEmail(text);
  return isUnread(email) || isMadeUp(email) ? '' : email;
}

const maxOf = (name: string) => (name === 'name' || name === 'company' ? NAME_MAX : ATTRIBUTE_MAX);

/**
 * Takes attributes from where no schema looks for them: the site's own from beside the event's fields, and any under
 * `props`. They are taken out, whatever they hold: `events` tells nothing of anybody.
 */
function take(draft: Draft, { site, batch }: Envelope, clears: boolean): void {
  const { event, attributes } = draft;
  if (isPersonsTitle(draft, batch) && event.title) attributes.title ??= event.title;
  const own = ownAttributes(site).named;
  const { entries } = schemaOf(event.type);
  const rest: Record<string, unknown> = { ...event };
  const props: Record<string, unknown> = { ...event.props };
  const move = (from: Record<string, unknown>, name: string, attribute = own.get(plain(name))?.name) => {
    if (attribute === undefined) return;
    const text = textOf(from[name]);
    delete from[name];
    if (text === undefined || (text === '' && !clears) || Object.hasOwn(attributes, attribute)) return;
    attributes[attribute] = text;
  };
  for (const name in rest) if (!Object.hasOwn(entries, name)) move(rest, name);
  for (const name in props) move(props, name, STANDARD.has(name) ? name : undefined);
  draft.event = { ...rest, ...(event.props && { props }) } as Draft['event'];
}

/** @returns empty where it says that there is none, undefined where it says nothing */
function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
