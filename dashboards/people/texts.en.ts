import type { Channel } from '../../schemas/channels.js';
import type { PersonAttribute } from '../../schemas/person_attributes.js';
import { plurals } from '../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  channels: {
    direct: 'Direct',
    organic_search: 'Organic search',
    paid_search: 'Paid search',
    organic_social: 'Organic social',
    paid_social: 'Paid social',
    display: 'Display',
    paid_other: 'Other paid',
    email: 'E-mail',
    sms: 'SMS',
    push: 'Push',
    affiliate: 'Affiliates',
    ai_assistant: 'AI assistants',
    referral: 'Referral',
    other: 'Other',
  } as Record<Channel, string>,
  attributes: {
    title: 'Job title',
    address: 'Address',
    city: 'City',
    region: 'Region',
    country: 'Country',
    language: 'Language',
    birthYear: 'Year of birth',
    gender: 'Gender',
    industry: 'Industry',
    companySize: 'Company size',
  } as Record<PersonAttribute, string>,
  emailKinds: { business: 'Business', free: 'Free mail', role: 'Role address', disposable: 'Throw-away' },
  genders: { female: 'Female', male: 'Male' } as Record<string, string>,
  yes: 'Yes',
  no: 'No',
  /** Why two people may be one. */
  reasons: {
    phone: 'Both gave the same phone number.',
    name: 'Nearly the same name, and e-mail addresses of one domain.',
    claim: 'A page of your site said that they are one, which nobody has confirmed.',
  } as Record<string, string>,
  join: {
    title: 'Join two people',
    intro:
      'Both become one person with one timeline. Nothing is rewritten: this can be undone at any time, and both are then as they were.',
    same: 'These two are one person already.',
    missing: 'One of the two is not here any more.',
    /** Of the two ids: one goes on, the other leads to it. */
    stays: 'This id stays',
    goes: 'Leads to the other id',
    action: 'Join',
    done: (one: string, other: string) => `${one} and ${other} are one person now.`,
    apart: (one: string, other: string) => `${one} and ${other} are two people.`,
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    customer: 'Customer number',
    company: 'Company',
    stage: 'Stage',
    owner: 'Owner',
    lastSeen: 'Last seen',
    firstSeen: 'First seen',
    orders: 'Orders',
    value: 'Bought for',
    events: 'Events',
    id: 'Id',
    with: 'Join with…',
    find: 'Look for the other person',
    findHint: 'Name, e-mail, phone, company or order',
    nobody: (words: string) => `No match for “${words}”.`,
    other: 'Choose somebody else',
  },
  more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
  /** Beside a company that nobody said. */
  fromDomain: 'from the e-mail’s domain',
  /** Of a value that nobody who is trusted has said. */
  claimed: 'claimed',
  claimedHint: 'Anybody could have said this: a page or a form did, and nobody has confirmed it.',
  showAll: 'Show all',
  showLess: 'Show less',
};

export type Texts = typeof texts;
