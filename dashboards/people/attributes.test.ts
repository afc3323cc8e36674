import { describe, expect, it } from 'vitest';
import { makeFormat } from '../i18n/format.js';
import { knownAttributes } from './attributes.js';
import { texts } from './texts.en.js';

const known = knownAttributes(
  [
    { name: 'rooms', label: 'Rooms', type: 'number' },
    { name: 'opened', label: 'Opened on', type: 'date' },
    { name: 'isChain', label: 'Part of a chain', type: 'boolean' },
    { name: 'level', label: 'Level', type: 'choice', options: ['gold'] },
  ],
  makeFormat('en-GB', 'Europe/Dublin'),
  texts,
);

describe('what is known of people', () => {
  it('has its title', () =>
    expect(known.map(({ name, title }) => `${name}: ${title}`)).toEqual(
      expect.arrayContaining(['birthYear: Year of birth', 'rooms: Rooms', 'isChain: Part of a chain']),
    ));

  it('has its type', () =>
    expect(known.map(({ name, type }) => `${name}: ${type}`)).toEqual(
      expect.arrayContaining(['city: text', 'birthYear: number', 'rooms: number', 'opened: date']),
    ));

  it.each([
    ['country', 'ES', 'Spain'],
    ['language', 'tr', 'Turkish'],
    ['birthYear', '1984', '1984'],
    ['gender', 'female', 'Female'],
    ['gender', 'Mx', 'Mx'],
    ['rooms', '1200.5', '1,200.5'],
    ['rooms', 'many', 'many'],
    ['opened', '2024-11-03', '3 Nov 2024'],
    ['isChain', 'true', 'Yes'],
    ['isChain', 'false', 'No'],
    ['level', 'gold', 'gold'],
    ['country', '', ''],
  ])('%s %s is told as %s', (name, value, told) =>
    expect(known.find((one) => one.name === name)?.say(value)).toBe(told),
  );
});
