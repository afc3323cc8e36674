import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  search: 'Search customers',
  count: (count: number) => plural(count, { one: '# customer', other: '# customers' }),
  /** The list with nothing chosen. */
  everyone: 'All customers',
  firstPurchase: 'First purchase',
  lastPurchase: 'Last purchase',
  /** From when they were first seen until they bought. */
  daysToPurchase: 'Days to purchase',
  empty: {
    title: 'No customers yet',
    /** To whoever sees their own people alone. */
    unassigned: 'None of the people assigned to you has bought yet.',
    text: 'Whoever buys becomes a customer. Let your shop’s server send a purchase event for each order, or open a person and enter an order by hand.',
    leads: 'Go to the leads',
  },
};

export type Texts = typeof texts;
