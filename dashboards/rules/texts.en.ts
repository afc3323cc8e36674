import { plurals } from '../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  name: 'Name',
  conditions: 'For whom',
  everybody: 'Everybody',
  counting: 'Counting …',
  matching: (count: number) => plural(count, { one: '# lead so far fits', other: '# leads so far fit' }),
  edit: 'Edit',
  editName: (name: string) => `Edit: ${name}`,
  remove: 'Delete',
  removeName: (name: string) => `Delete: ${name}`,
  removed: (name: string) => `Deleted: ${name}`,
  gone: 'This rule is not there any more.',
  all: 'All rules',
  add: 'New rule',
  make: 'Make the rule',
};

export type Texts = typeof texts;
