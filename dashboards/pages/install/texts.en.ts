import type { RejectReason } from '../../../schemas/reasons.js';
import type { Rich } from '../../i18n/messages.js';

export interface Texts {
  tag: string;
  tagIntro: string;
  pinned: string;
  pinnedIntro: string;
  origins: string;
  originsIntro: string;
  originsEmpty: string;
  self: (address: string) => string;
  add: string;
  addLabel: string;
  addHint: string;
  addInvalid: string;
  present: (origin: string) => string;
  added: (origin: string) => string;
  remove: (origin: string) => string;
  removed: (origin: string) => string;
  undo: string;
  refused: string;
  refusedIntro: string;
  refusedEmpty: string;
  allow: (origin: string) => string;
  technical: (detail: Rich) => Rich;
  columns: { when: string; reason: string; event: string; origin: string; count: string };
  reasons: Record<RejectReason, string>;
}

export const texts: Texts = {
  tag: 'The tag',
  tagIntro:
    'Paste it into every page of your site, before </head>. Forms and page views are recorded from then on.',
  pinned: 'Pin this version of the script',
  pinnedIntro:
    'With this tag the browser refuses the script if a single byte of it differs, whoever changed it. The tag does not follow updates: after an upgrade of Leadline, paste the new one.',
  origins: 'Allowed addresses',
  originsIntro: 'Only pages at these addresses may send events with this site’s tag.',
  originsEmpty: 'No address is allowed: every event from a browser is refused.',
  self: (address) => `This Leadline itself (${address})`,
  add: 'Add',
  addLabel: 'Address of a site',
  addHint: 'For example https://www.example.com, or https://*.example.com for all its subdomains.',
  addInvalid: 'This is not the address of a site. It looks like https://www.example.com.',
  present: (origin) => `${origin} is already allowed.`,
  added: (origin) => `${origin} is allowed now.`,
  remove: (origin) => `Remove ${origin}`,
  removed: (origin) => `${origin} is no longer allowed.`,
  undo: 'Undo',
  refused: 'Refused events',
  refusedIntro: 'What was sent with this site’s tag and not recorded, and why.',
  refusedEmpty: 'No event has been refused.',
  allow: (origin) => `Allow ${origin}`,
  technical: (detail) => ['Technical detail: ', detail],
  columns: { when: 'When', reason: 'Why', event: 'Event', origin: 'From', count: 'Times' },
  reasons: {
    origin_not_allowed: 'The page is not at an allowed address',
    rate_limited: 'Too many events came in one minute',
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
