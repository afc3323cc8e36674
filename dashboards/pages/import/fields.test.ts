import { expect, it } from 'vitest';
import { fieldName, fieldOptions, flawOf } from './fields.js';
import { texts } from './texts.en.js';

const plan = { name: 'plan', title: 'Plan', type: 'text', say: (value: string) => value } as const;
const options = fieldOptions([plan], texts);

it('a mapping is flawed where a field is two columns, or no column is what rows are matched by', () => {
  const flaw = (mapping: string[], matchBy = 'email') => flawOf(mapping, matchBy, options, texts);
  expect(flaw(['email', '', '', 'plan'])).toBeUndefined();
  expect(flaw(['email', 'plan', 'plan'])).toBe('Plan is chosen for two columns: leave one out.');
  expect(flaw(['email'], 'phone')).toBe('Rows are to be matched by Phone, which no column is.');
});

it('a field that there is no more goes by its own name', () => {
  expect([fieldName(options, 'firstName'), fieldName(options, 'gone')]).toEqual(['First name', 'gone']);
});
