import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  search: 'Search links',
  count: (count: number) => plural(count, { one: '# link', other: '# links' }),
  /** The list with nothing chosen. */
  all: 'All links',
  add: 'Make a link',
  convert: 'Track an e-mail',
  save: 'Make it',
  added: 'The link is made: copy its address',
  empty: {
    title: 'No links yet',
    text: 'Make a link to a page and put its address into an e-mail or an advertisement: whoever follows it is counted here.',
  },
};

export type Texts = typeof texts;
