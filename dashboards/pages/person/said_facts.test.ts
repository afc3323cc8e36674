import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../i18n/format.js';
import { knownAttributes } from '../../people/attributes.js';
import { texts as peopleTexts } from '../../people/texts.tr.js';
import { texts as titles } from './about/texts.tr.js';
import { saidFacts } from './said_facts.js';

const attributes = knownAttributes(
  [{ name: 'rooms', label: 'Oda sayısı', type: 'number' }],
  makeFormat('tr', 'Europe/Istanbul'),
  peopleTexts,
);
const told = (type: string, said: Record<string, string>) => saidFacts({ type, said }, attributes, titles);

describe('what an event says of a person', () => {
  it('is told in the reader’s words: who they are, then what is known of them', () =>
    expect(
      told('lead_entered', {
        rooms: '1200',
        undeclared: 'x',
        country: 'ES',
        title: 'Müdür',
        email: 'ada@a.example',
        name: 'Ada',
      }),
    ).toEqual([
      ['Ad', ['Ada']],
      ['E-posta', ['ada@a.example']],
      ['Unvan', ['Müdür']],
      ['Ülke', ['İspanya']],
      ['Oda sayısı', ['1.200']],
      ['undeclared', ['x']],
    ]));

  it('has no value where it was cleared, and of a change not whom it is about', () =>
    expect(told('person_changed', { email: 'ada@a.example', customer: '7', phone: '', city: '' })).toEqual([
      ['Telefon', []],
      ['Şehir', []],
    ]));
});
