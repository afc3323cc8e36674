import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  search: 'Search refunds',
  count: (count: number) => plural(count, { one: '# refund', other: '# refunds' }),
  /** The list with nothing chosen. */
  all: 'All refunds',
  back: 'Orders',
  givenBack: 'Given back',
  amount: 'Amount',
  worth: 'Order’s gross',
  empty: {
    title: 'No refunds yet',
    text: 'Let your shop’s server send a refund event when money is given back, or open an order and refund it by hand.',
    orders: 'Go to the orders',
  },
};

export type Texts = typeof texts;
