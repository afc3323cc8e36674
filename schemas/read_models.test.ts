import { expect, it } from 'vitest';
import { migrations } from './gen/migrations.js';
import { asksForPeople } from './read_models.js';

it('people that were there before a migration that changes what is told of them are made anew', () => {
  const all = migrations.map(({ name }) => name);
  expect(asksForPeople(['0021_next_steps'])).toBe(true);
  // Of a new folder they are filled by themselves, and other migrations change nothing.
  expect(asksForPeople(all)).toBe(false);
  expect(asksForPeople(['0020_word_subjects'])).toBe(false);
  expect(asksForPeople([])).toBe(false);
});
