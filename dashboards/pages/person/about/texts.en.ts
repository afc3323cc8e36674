import type { Rich } from '../../../i18n/messages.js';
import { plurals } from '../../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  /** Where it is folded. */
  known: 'All that is known',
  facts: 'About this person',
  worth: 'Worth',
  score: 'Score',
  came: 'How they came',
  more: 'Activity and device',
  name: 'Name',
  emails: 'E-mail',
  phones: 'Phone',
  company: 'Company',
  customers: 'Customer number',
  source: 'Source',
  channel: 'Channel',
  owner: 'Owner',
  noOwner: 'Nobody yet',
  status: 'Status',
  orders: 'Orders',
  revenue: 'Bought for',
  firstTouch: 'First touch',
  lastTouch: 'Last touch',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  capturedAt: 'Became a lead',
  pageViews: 'Page views',
  forms: 'Forms submitted',
  events: 'All events',
  visitors: 'Browsers used',
  language: 'Language',
  browser: 'Browser',
  device: 'Device',
  place: 'Seen in',
  /** In the line below the name. */
  ownedBy: (owner: Rich): Rich => ['Owner: ', owner],
  seen: (when: Rich): Rich => ['Last seen ', when],
  ordersOf: (count: number) => plural(count, { one: '# order', other: '# orders' }),
  cameBy: (source: Rich): Rich => ['Came by ', source],
  /** What a claim says beside the word that holds: "Form, 3 Nov: Ada L." */
  otherwise: (way: string, day: string, value: Rich): Rich => [`${way}, ${day}: `, value],
  history: (attribute: string) => `All that was said: ${attribute}`,
  values: (count: number) => plural(count, { one: '# value', other: '# values' }),
  ways: { form: 'Form', page: 'Page', entry: 'Entered', order: 'Order', event: 'Event' },
  saidBy: {
    form: (day: string) => `Typed into a form on ${day}`,
    page: (day: string) => `Said by a page of the site on ${day}`,
    entry: (day: string) => `Entered on ${day}`,
    order: (day: string) => `Came with an order on ${day}`,
    event: (day: string) => `Came with an event on ${day}`,
  },
  times: (count: number) => plural(count, { one: '# time', other: '# times' }),
  /** Of the one that holds, of all that were said. */
  holds: 'Current',
  isWord: 'Trusted: by a rep, your server or a signed identity.',
  isClaim: 'A claim: anybody could have said it.',
  cleared: 'Cleared',
  identifiers: 'Known by',
  since: (day: string) => `since ${day}`,
  perhaps: (other: Rich): Rich => ['Perhaps the same as ', other],
  compare: 'Compare',
  compareWith: (other: string) => `Compare with ${other}`,
  join: 'Join with…',
  separate: 'Separate',
  separateWhat: (identifier: string) => `Separate ${identifier}`,
  separateTitle: 'Separate into two people',
  separateText:
    'What was said under these identifiers becomes a person of its own, with its part of the timeline. What comes later goes to the one whose identifier it brings. It can be undone at any time.',
  goes: 'Becomes another person',
  stays: 'Stays with this person',
  separated: (identifier: string) => `${identifier} is another person now.`,
};

export type Texts = typeof texts;
