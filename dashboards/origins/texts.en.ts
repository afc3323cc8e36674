import type { RejectReason } from '../../schemas/reasons.js';

export interface Texts {
  /** `self`, as a site's record writes it. */
  self: (address: string) => string;
  allow: (origin: string) => string;
  added: (origin: string) => string;
  reasons: Record<RejectReason, string>;
}

export const texts: Texts = {
  self: (address) => `This Leadline itself (${address})`,
  allow: (origin) => `Allow ${origin}`,
  added: (origin) => `${origin} is allowed now.`,
  reasons: {
    origin_not_allowed: 'The page is not at an allowed address',
    rate_limited: 'Too many events came in one minute',
    identifier_shared: 'One identifier came with too many others: it joins nobody',
    event_too_large: 'The event is too large',
    event_invalid: 'The event is not in the expected form',
    type_reserved: 'The event’s name is reserved for Leadline',
    server_only: 'Only a server may send it, with an API key',
    ts_out_of_range: 'The time of the event is too far off',
    value_out_of_range: 'The amount is too large',
    props_too_large: 'The event carries too many extra details',
    person_invalid: 'A server sent it for nobody: no usable e-mail, phone or customer number',
    not_storable: 'The database refused the event',
  },
};
