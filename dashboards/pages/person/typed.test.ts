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
  expect(splitFields({ fields, message: 'Hello', consents: ['privacy', 'newsletter', 'I agree'] })).toEqual({
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
  expect(splitFields({ fields, message: '', consents: [] }).fields).toEqual(Object.entries(fields));
});
