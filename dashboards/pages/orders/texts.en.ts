import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  search: 'Search orders',
  count: (count: number) => plural(count, { one: '# order', other: '# orders' }),
  /** The list with nothing chosen. */
  all: 'All orders',
  refunds: 'Refunds',
  empty: {
    title: 'No orders yet',
    text: 'Let your shop’s server send a purchase event for each order, or open a person and enter an order by hand.',
    leads: 'Go to the leads',
  },
};

export type Texts = typeof texts;
