import type { Rich } from '../../i18n/messages.js';

export const texts = {
  back: 'Orders',
  title: (order: string) => `Order ${order}`,
  missing: 'There is no order of this number, or its buyer is not yours.',
  placedBy: (buyer: Rich, when: Rich): Rich => ['Placed by ', buyer, ' on ', when],
  unknown: (when: Rich): Rich => ['Placed on ', when, '; nobody knows yet by whom'],
  cancelledOn: (when: Rich): Rich => ['Cancelled on ', when, ': it counts nowhere'],
  otherCurrencies: (amounts: string) => `Given back in other currencies: ${amounts}`,
  money: 'What it is worth',
  lines: 'What was bought',
  noLines: 'Nobody has said what was bought.',
  extra: (amount: string) => `Shipping and other amounts: ${amount}`,
  refunds: 'Refunds',
  takeBack: 'Take back',
  takeBackWhat: (amount: string) => `Take back the refund of ${amount}`,
  takenBack: 'The refund is taken back',
  day: 'Day',
  amount: 'Amount',
  about: 'About this order',
  feedback: 'Feedback',
  history: 'History',
};

export type Texts = typeof texts;
