import { expect, it } from 'vitest';
import { splitFields } from './typed.js';

it('splitFields tells the message and the consents apart from the other fields', () => {
  const fields = {
    name: ['Ada'],
    empty: [''],
    message: ['Hello\n'],
    privacy: ['on'],
    topics: ['a', '', 'b'],
    newsletter: ['weekly'],
  };
  expect(
    splitFields({ fields, message: 'Hello', consents: ['privacy', 'newsletter', 'I agree'], cut: {} }),
  ).toEqual({
    fields: [
      ['name', ['Ada']],
      ['topics', ['a', 'b']],
      ['newsletter', ['weekly']],
    ],
    message: 'Hello',
    consents: ['privacy', 'newsletter', 'I agree'],
  });
});

it('splitFields leaves a form of which nothing was recognised as it is', () => {
  const fields = { privacy: ['on'], a: ['b', 'c'] };
  expect(splitFields({ fields, message: '', consents: [], cut: {} }).fields).toEqual(Object.entries(fields));
});

it('splitFields knows the message by its beginning where the fields are cut', () => {
  const message = 'x'.repeat(2_000);
  const fields = { text: ['x'.repeat(200)], short: ['x'] };
  const told = (cut: Record<string, number>) =>
    splitFields({ fields, message, consents: [], cut }).fields.map(([name]) => name);
  expect(told({ fields: 9_001, message: 9_000 })).toEqual(['short']);
  expect(told({})).toEqual(['text', 'short']);
});
