import { type Event, is } from '../../schemas/events.js';
import { normaliseEmail, normalisePhone, personId } from '../identity/identifiers.js';
import { check, type Envelope } from './step.js';

/**
 * Who the event names. The first strong identifier decides the person: e-mail, else phone, else the owner's customer
 * id. In a server's batch the event itself or the batch names the person.
 */
export const identity = check(
  'identity',
  ['person_invalid'],
  ({ event, row, identity: who }, { batch, site, secret }) => {
    const whose = whoseOf(event, batch);
    row.visitor_id = whose.visitor ?? '';
    const isNaming = is('identify', event) || is('lead_entered', event);
    for (const claim of isNaming ? [event, whose.person] : [whose.person]) {
      who.email ||= claim?.email ?? '';
      who.phone ||= claim?.phone ?? '';
      who.customer ||= claim?.customer ?? '';
    }
    if (is('identify', event)) {
      who.name ||= event.name ?? '';
      who.company ||= event.company ?? '';
    }
    who.email = normaliseEmail(who.email);
    who.phone = normalisePhone(who.phone, site.country);
    who.customer = who.customer.trim();
    for (const kind of ['email', 'phone', 'customer'] as const) {
      if (row.person_id || !who[kind]) continue;
      row.person_id = personId(secret, site.id, kind, who[kind]);
    }
    row.subject_id = row.visitor_id || row.person_id;
    // Whoever enters a lead means a person; a browser alone is none.
    if (row.subject_id && (row.person_id || !is('lead_entered', event))) return undefined;
    return {
      reason: 'person_invalid',
      message:
        'person names nobody: send an e-mail address, a phone number with its digits, or a customer id',
    };
  },
);

/**
 * Whose an event is: its own word, else the batch's. Never a mixture of both, which could tie the browser of one to the
 * name of another. The public key's events have no word of their own (`validate`).
 */
function whoseOf(event: Event, batch: Envelope['batch']): Pick<Envelope['batch'], 'visitor' | 'person'> {
  const namesItself = is('lead_entered', event) && Boolean(event.email || event.phone || event.customer);
  return event.person || event.visitor || namesItself ? event : batch;
}
