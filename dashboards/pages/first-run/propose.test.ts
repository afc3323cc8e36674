import { describe, expect, it } from 'vitest';
import { choices, currencyOf, siteKeyOf } from './propose.js';

describe('what is proposed', () => {
  it.each([
    ['https://www.example.com', 'example.com'],
    ['http://localhost:3000', 'localhost'],
    ['https://*.example.co.uk', 'example.co.uk'],
    ['http://[::1]:80', '1'],
  ])('as the key of %s is %s', (origin, key) => expect(siteKeyOf(origin)).toBe(key));

  it.each([
    [['es-MX', 'en'], 'MXN'],
    [['en', 'tr-TR'], 'TRY'],
    [['de-DE'], 'EUR'],
    [[], 'EUR'],
  ])('as the currency of %j is %s', (languages, currency) => expect(currencyOf(languages)).toBe(currency));

  it('stands among the choices', () => {
    expect(choices('timeZone', 'Mars/Olympus')).toEqual(
      expect.arrayContaining(['UTC', 'Europe/Madrid', 'Mars/Olympus']),
    );
    expect(choices('currency', 'EUR').filter((code) => code === 'EUR')).toHaveLength(1);
  });
});
