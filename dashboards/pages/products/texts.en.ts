import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  search: 'Search products',
  count: (count: number) => plural(count, { one: '# product', other: '# products' }),
  /** The list with nothing chosen. */
  all: 'All products',
  add: 'Add a product',
  importFile: 'Import a file',
  save: 'Add',
  added: (name: string) => `${name} is added`,
  empty: {
    title: 'No products yet',
    text: 'Add what you sell. Products of orders appear here by themselves, with the prices that were really paid.',
  },
};

export type Texts = typeof texts;
