import { describe, expect, it } from 'vitest';
import { errorRules, formatNames } from '../../../schemas/rules.js';
import { words as en } from './en.js';
import { words as es } from './es.js';
import { sayDetail } from './say.js';
import { words as tr } from './tr.js';

const number = (value: number) => String(value);

describe.each([
  ['en', en],
  ['es', es],
  ['tr', tr],
])('what is wrong, in %s', (_, words) => {
  it.each(errorRules)('%s is a sentence that names the field', (rule) => {
    const text = sayDetail({ path: 'price', rule, limit: 7 }, words, number);
    expect(text).toMatch(/^\S.*\.$/);
    expect(text).toContain('price');
  });

  it.each(formatNames)('has words for the format %s', (limit) => {
    expect(sayDetail({ path: 'x', rule: 'format', limit }, words, number)).not.toBe(words.formats.other('x'));
  });

  it('knows no word for a format of tomorrow, and says something', () => {
    expect(sayDetail({ path: 'x', rule: 'format', limit: 'constructor' }, words, number)).toBe(
      words.formats.other('x'),
    );
  });
});

it('says numbers, lists and types', () => {
  expect(sayDetail({ path: 'name', rule: 'too_long', limit: 200 }, en, number)).toBe(
    'name may have 200 at most.',
  );
  expect(sayDetail({ path: 'order', rule: 'one_of', limit: ['asc', 'desc'] }, en, number)).toBe(
    'order must be one of asc, desc.',
  );
  expect(sayDetail({ path: 'name', rule: 'type', limit: 'string' }, en, number)).toBe('name must be text.');
});
