import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttributeType, attributeTypes, type SiteAttribute } from '../../schemas/entities/attributes.js';
import { personAttributes } from '../../schemas/person_attributes.js';
import { ownValue, standardValue } from './attribute_values.js';
import { NOW } from './testing.js';

describe('a standard attribute', () => {
  it.each([
    ['country', 'es', 'ES'],
    ['country', ' TR ', 'TR'],
    ['country', 'Spain', 'ES'],
    ['country', 'ESPAÑA', 'ES'],
    ['country', 'İspanya', 'ES'],
    ['country', 'ispanya', 'ES'],
    ['country', 'Turkey', 'TR'],
    ['country', 'Türkiye', 'TR'],
    ['country', 'United States of America', 'US'],
    ['country', 'Estados Unidos', 'US'],
    ['country', 'EE. UU.', 'US'],
    ['country', 'UK', 'GB'],
    ['country', 'Birleşik Krallık', 'GB'],
    ['country', 'México', 'MX'],
    ['country', 'Almanya', 'DE'],
    ['country', 'Zamunda', ''],
    ['country', 'EU', ''],
    ['country', 'ZZ', ''],
    ['country', '34', ''],
    ['language', 'es-MX', 'es'],
    ['language', 'zh_Hant_TW', 'zh'],
    ['language', 'Spanish', 'es'],
    ['language', 'Español', 'es'],
    ['language', 'İspanyolca', 'es'],
    ['language', 'Türkçe', 'tr'],
    ['language', 'turco', 'tr'],
    ['language', 'Deutsch', 'de'],
    ['language', 'Klingon!', ''],
    ['language', 'qq', ''],
    ['birthYear', '1987', '1987'],
    ['birthYear', '1987-03-01', '1987'],
    ['birthYear', '01/03/1987', '1987'],
    ['birthYear', '87', ''],
    ['birthYear', '1850', ''],
    ['birthYear', '2031', ''],
    ['birthYear', '1987 or 1988', ''],
    ['birthYear', '19870301', ''],
    ['gender', 'Female', 'female'],
    ['gender', 'Mujer', 'female'],
    ['gender', 'KADIN', 'female'],
    ['gender', 'Erkek', 'male'],
    // In English male, in Spanish mujer.
    ['gender', 'M', 'M'],
    ['gender', 'Non-binary', 'Non-binary'],
    ['title', '  Head\n of  Sales ', 'Head of Sales'],
    ['companySize', '11-50', '11-50'],
    ['city', ' ', ''],
  ] as const)('%s "%s" is kept as "%s"', (name, text, value) =>
    expect(standardValue(name, text, NOW)).toBe(value),
  );

  it('is cut, and kept as it is once it is kept', () => {
    expect(standardValue('address', 'x'.repeat(10_000), NOW)).toHaveLength(500);
    fc.assert(
      fc.property(fc.constantFrom(...personAttributes), fc.string({ unit: 'grapheme' }), (name, text) => {
        const value = standardValue(name, text, NOW);
        if (value) expect(standardValue(name, value, NOW)).toBe(value);
      }),
    );
  });
});

describe('an attribute of the site’s own', () => {
  const options = ['Free', 'Más de 10', '1-10', '110', 'İki'];
  const of = (type: AttributeType): SiteAttribute => ({
    name: 'own',
    label: 'Own',
    type,
    ...(type === 'choice' && { options }),
  });
  it.each([
    ['text', ' two\nlines ', 'two\nlines'],
    ['number', '12', '12'],
    ['number', '-12.50', '-12.5'],
    ['number', '12,5', '12.5'],
    ['number', '1.234,56', '1234.56'],
    ['number', '1,234.56', '1234.56'],
    ['number', '1 234 567', '1234567'],
    ['number', '1.234.567', '1234567'],
    ['number', '1,234', ''],
    ['number', 'many', ''],
    ['number', '1e400', ''],
    ['number', 'Infinity', ''],
    ['date', '2026-10-14', '2026-10-14'],
    ['date', '2026-10-14T23:00:00Z', '2026-10-14'],
    ['date', '14.10.2026', '2026-10-14'],
    ['date', '4.5.2026', '2026-05-04'],
    ['date', '14/10/2026', '2026-10-14'],
    ['date', '10/14/2026', '2026-10-14'],
    ['date', '4/5/2026', ''],
    ['date', '2026-02-30', ''],
    ['date', 'tomorrow', ''],
    ['boolean', 'true', 'true'],
    ['boolean', 'on', 'true'],
    ['boolean', 'Sí', 'true'],
    ['boolean', 'evet', 'true'],
    ['boolean', '0', 'false'],
    ['boolean', 'Hayır', 'false'],
    ['boolean', 'maybe', ''],
    ['choice', 'free', 'Free'],
    ['choice', 'mas de 10', 'Más de 10'],
    ['choice', 'iki', 'İki'],
    ['choice', '1-10', '1-10'],
    ['choice', '110', '110'],
    ['choice', 'Gold', ''],
  ] as const)('of type %s has "%s" as "%s"', (type, text, value) =>
    expect(ownValue(of(type), text)).toBe(value),
  );

  it('is kept as it is once it is kept', () => {
    const text = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.double().map(String),
      fc.constantFrom(...options),
    );
    fc.assert(
      fc.property(fc.constantFrom(...attributeTypes), text, (type, text) => {
        const value = ownValue(of(type), text);
        if (value) expect(ownValue(of(type), value)).toBe(value);
      }),
    );
  });
});
