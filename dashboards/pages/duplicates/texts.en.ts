import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  intro:
    'People who may be one person. Nothing is joined by itself here: look at both and say what they are. Either can be undone at any time.',
  search: 'Search the pairs',
  count: (count: number) => plural(count, { one: '# pair', other: '# pairs' }),
  one: 'One',
  other: 'The other',
  why: 'Reason',
  /** What they have in common, to choose from. */
  alike: { claim: 'Said by a page', phone: 'Same phone', name: 'Nearly the same name' },
  join: 'Join',
  joinPair: (one: string, other: string) => `Join ${one} and ${other}`,
  two: 'They are two',
  twoPair: (one: string, other: string) => `They are two: ${one}, ${other}`,
  seen: 'last seen',
  orders: (count: number) => plural(count, { one: '# order', other: '# orders' }),
  empty: {
    title: 'No duplicates to look at',
    text: 'Every hour Leadline looks for people who may be one: with the same phone number, with nearly the same name at one company, or whom a page of your site has called one. What it finds is listed here, and you decide.',
    byHand: 'Two people whom you know to be one can be joined at once: select both in the list of leads.',
    leads: 'Go to the leads',
  },
};

export type Texts = typeof texts;
