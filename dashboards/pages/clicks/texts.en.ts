import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  search: 'Search clicks',
  count: (count: number) => plural(count, { one: '# click', other: '# clicks' }),
  /** The list with nothing chosen. */
  all: 'All clicks',
  empty: {
    title: 'No clicks in these days',
    text: 'Whoever follows one of your links appears here at once, people and the programs that look through mail alike.',
    links: 'To the links',
  },
};

export type Texts = typeof texts;
