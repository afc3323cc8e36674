import type { RejectReason } from '../../../schemas/reasons.js';
import type { Rich } from '../../i18n/messages.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export interface Texts {
  intro: string;
  empty: string;
  events: (count: number) => string;
  last: (when: Rich) => Rich;
  from: (origins: Rich) => Rich;
  types: (types: Rich) => Rich;
  open: string;
  all: string;
  search: string;
  searchHint: string;
  technical: (detail: Rich) => Rich;
  columns: { when: string; event: string; origin: string; count: string; message: string };
  /** What to do about it. */
  advice: Record<RejectReason, string>;
}

export const texts: Texts = {
  intro:
    'What was sent with this site’s key and not recorded, by reason: of the last 30 days. What could become a lead waits in its visitor’s browser until you have put the reason right.',
  empty: 'No event has been refused.',
  events: (count) => plural(count, { one: '# event', other: '# events' }),
  last: (when) => ['Last: ', when],
  from: (origins) => ['From: ', origins],
  types: (types) => ['Events: ', types],
  open: 'Show the single ones',
  all: 'All reasons',
  search: 'Search the refused events',
  searchHint: 'Event, address or detail',
  technical: (detail) => ['Technical detail: ', detail],
  columns: { when: 'When', event: 'Event', origin: 'From', count: 'Times', message: 'Technical detail' },
  advice: {
    origin_not_allowed:
      'If the page is yours, allow its address. Otherwise somebody has copied your tag: there is nothing to do.',
    rate_limited:
      'A program sends too fast, or many people share one address. Have it send in larger batches, or raise the limit (LEADLINE_EVENTS_PER_MINUTE_ADDRESS, LEADLINE_EVENTS_PER_MINUTE_KEY).',
    identifier_shared:
      'The events were taken, but one e-mail address or customer number stands for many people. Have your page or server send a customer number only for whoever is signed in, and none for guests.',
    event_too_large: 'Send less with each event: leave out what nobody will read.',
    event_invalid: 'Whoever wrote the code that sends it finds below what is wrong.',
    type_reserved: 'Choose another name for your own event.',
    server_only: 'Send it from your server with an API key: from a page anybody could.',
    ts_out_of_range:
      'The clock of the sender is wrong, or the event is too old. Check the clock of the server that sends it.',
    value_out_of_range: 'Check the amount and its currency: is it in minor units by mistake?',
    props_too_large: 'Send fewer details with the event, or shorter ones.',
    person_invalid:
      'Have your server send an e-mail address, a phone number or your own customer number with it.',
    not_storable: 'This should not happen: see the collector’s log, and report it.',
  },
};
