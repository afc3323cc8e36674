import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  search: 'Search reps',
  count: (count: number) => plural(count, { one: '# rep', other: '# reps' }),
  rep: 'Rep',
  nobody: 'Nobody',
  people: 'People',
  new: 'New',
  contacted: 'Contacted',
  openSteps: 'Open steps',
  overdue: 'Overdue',
  won: 'Won',
  revenue: 'Net',
  empty: 'Nobody has charge of anybody yet, and nobody has sold anything.',
};

export type Texts = typeof texts;
