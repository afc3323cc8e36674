import { expect, it } from 'vitest';
import { splitFields as split } from './typed.js';

const splitFields = (form: Pick<Parameters<typeof split>[0], 'fields' | 'message' | 'consents' | 'cut'>) =>
  split({ labels: {}, texts: {}, ...form });

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

it('splitFields tells a form in the words that the visitor read', () => {
  const sentence =
    `I have read the privacy policy, and agree to be called back. ${'And so on. '.repeat(30)}`.trim();
  const form = {
    fields: {
      'input_2.3': ['Ada'],
      plan: ['3', '7'],
      size: ['m'],
      input_6: ['1'],
      privacy: ['on'],
      constructor: ['x'],
    },
    labels: {
      'input_2.3': 'First name *',
      plan: 'Which plans?',
      input_6: sentence,
      privacy: 'Yes, contact me',
    },
    texts: { plan: ['Team', ''] },
    message: '',
    consents: [sentence.slice(0, 200), 'privacy', 'said elsewhere'],
    cut: {},
  };
  expect(split(form)).toEqual({
    fields: [
      ['First name *', ['Ada']],
      ['Which plans?', ['Team', '7']],
      ['size', ['m']],
      ['constructor', ['x']],
    ],
    message: '',
    consents: [sentence, 'Yes, contact me', 'said elsewhere'],
  });
});
