import { eventsFor } from '../../schemas/events.js';
import { NAME_MAX } from '../../schemas/person_attributes.js';
import { normaliseCustomer, normaliseEmail, normalisePhone, personId } from '../identity/identifiers.js';
import { isMadeUp, isUnread } from '../identity/junk.js';
import { check, type Draft, type Envelope } from './step.js';

const KINDS = ['email', 'phone', 'customer'] as const;
const NAMES = ['name', 'company'] as const;
const hasForm = eventsFor('form');

/**
 * Who the event names. The first strong identifier decides the person: e-mail, else phone, else the owner's customer
 * id, else an id that an answer has had. In a server's batch the event itself or the batch names the person. Junk (`identity/junk.ts`) identifies nobody.
 */
export const identity = check('identity', ['person_invalid'], (draft, { batch, site, secret }) => {
  const { row, identity: who } = draft;
  const own = { ...who };
  const whose = whoseOf(draft, batch);
  row.visitor_id = whose.visitor ?? '';
  // What the event says by fields of its own is there already.
  who.email ||= whose.person?.email ?? '';
  who.phone ||= whose.person?.phone ?? '';
  who.customer ||= whose.person?.customer ?? '';
  if (who.email || who.phone || who.customer) {
    who.email = normaliseEmail(who.email);
    who.phone = normalisePhone(who.phone, site.country, row.country);
    who.customer = normaliseCustomer(who.customer);
    if (isUnread(who.email) || (isMadeUp(who.email) && (who.phone || who.customer))) who.email = '';
    keepAsWritten(draft, own);
  }
  cutNames(draft);
  for (const kind of KINDS) {
    if (row.person_id || !who[kind]) continue;
    row.person_id = personId(secret, site.id, kind, who[kind]);
  }
  row.person_id ||= whose.person?.id ?? '';
  row.subject_id = row.visitor_id || row.person_id || (draft.definition?.standsAlone ? row.event_id : '');
  // Whoever enters a lead means a person; a browser alone is none.
  if (row.subject_id && (row.person_id || !draft.definition?.entersPerson)) return undefined;
  return {
    reason: 'person_invalid',
    message: 'person names nobody: send an e-mail address, a phone number with its digits, or a customer id',
  };
});

/** What the event says and identifies nobody stays to be read, as it was written. A form has it among its fields. */
function keepAsWritten({ event, identity, written }: Draft, own: Draft['identity']): void {
  if (hasForm(event)) return;
  for (const kind of KINDS) if (own[kind] && !identity[kind]) written.fields.set(kind, [own[kind]]);
}

/** A name of any length costs nothing: as much is told of it as of any, and the whole is kept with the event. */
function cutNames({ event, identity, written }: Draft): void {
  for (const name of NAMES) {
    if (identity[name].length <= NAME_MAX) continue;
    if (!hasForm(event)) written.fields.set(name, [identity[name]]);
    identity[name] = identity[name].slice(0, NAME_MAX);
  }
}

/**
 * Whose an event is: its own word, else the batch's. Never a mixture of both, which could tie the browser of one to the
 * name of another. The public key's events have no word of their own (`validate`).
 */
function whoseOf(
  { event, definition, identity: { email, phone, customer } }: Draft,
  batch: Envelope['batch'],
): Pick<Envelope['batch'], 'visitor' | 'person'> {
  const namesItself = definition?.entersPerson && Boolean(email || phone || customer);
  return event.person || event.visitor || namesItself ? event : batch;
}
