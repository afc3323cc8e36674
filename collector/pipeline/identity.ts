import { is } from '../../schemas/events.js';
import { normaliseEmail, normalisePhone, personId } from '../identity/identifiers.js';
import { check } from './step.js';

/**
 * Who the event names. The first strong identifier decides the person: e-mail, else phone, else the owner's customer
 * id. On a server's batch the batch itself names the person.
 */
export const identity = check(
  'identity',
  ['person_invalid'],
  ({ event, row, identity: who }, { batch, site, secret }) => {
    const claims = is('identify', event) ? [event, batch.person ?? {}] : [batch.person ?? {}];
    for (const claim of claims) {
      who.email ||= claim.email ?? '';
      who.phone ||= claim.phone ?? '';
      who.customer ||= claim.customer ?? '';
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
    if (row.subject_id) return undefined;
    return {
      reason: 'person_invalid',
      message:
        'person names nobody: send an e-mail address, a phone number with its digits, or a customer id',
    };
  },
);
