import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmail, normaliseEmail, normalisePhone, personId } from './identifiers.js';

describe('isEmail', () => {
  it.each([
    'ada@example.com',
    "o'brien+tag@mail.example.co.uk",
    'ñandú@ejemplo.es',
    'почта@пример.рф',
    'a@b.co',
  ])('knows %s', (text) => expect(isEmail(text)).toBe(true));
  it.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@example.c',
    'a b@example.com',
    'a@b@c.com',
    'ada@example.com.',
    'Ada <ada@example.com>',
    `${'a'.repeat(250)}@b.co`,
  ])('does not take "%s" for one', (text) => expect(isEmail(text)).toBe(false));
});

describe('normaliseEmail', () => {
  it.each([
    [' Ada@Example.COM ', 'ada@example.com'],
    ['İLETİŞİM@ŞİRKET.COM', 'iletişim@şirket.com'],
    // What Turkish rules make of INFO, and what others make of İNFO.
    ['ınfo@example.com', 'info@example.com'],
    ['İNFO@example.com'.toLowerCase(), 'info@example.com'],
    ['I\u0307NFO@example.com', 'info@example.com'],
    ['ａｄａ@example.com', 'ada@example.com'],
    ['n/a', ''],
    ['', ''],
  ])('%s is %s', (text, email) => expect(normaliseEmail(text)).toBe(email));

  it('is the same however often and in whatever case it is done', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: 'grapheme' }).map((text) => `${text}@a.co`),
        ),
        (text) => {
          const email = normaliseEmail(text);
          expect(normaliseEmail(email)).toBe(email);
          if (/^[\x20-\x7eİıŞşÇç]*$/.test(text)) expect(normaliseEmail(text.toUpperCase())).toBe(email);
          if (/^[\x20-\x7eİı]*$/.test(text)) expect(normaliseEmail(text.toLocaleLowerCase('tr'))).toBe(email);
        },
      ),
    );
  });
});

describe('normalisePhone', () => {
  it.each([
    ['+34 600 00 00 00', undefined, '+34600000000'],
    ['600 000 000', 'ES', '+34600000000'],
    ['0034 600-000-000', 'ES', '+34600000000'],
    ['0532 123 45 67', 'TR', '+905321234567'],
    ['(0532) 123-4567', 'TR', '+905321234567'],
    ['+90 (532) 123 45 67', 'ES', '+905321234567'],
    ['(212) 555-0100 ext. 5', 'US', '+12125550100'],
    ['600 000 000', undefined, '600000000'],
    ['12345', 'ZZ', '12345'],
    ['call me', 'ES', ''],
    ['1234', undefined, ''],
    ['1'.repeat(30), undefined, ''],
    ['', 'ES', ''],
  ])('%s in %s is %s', (text, country, phone) => expect(normalisePhone(text, country)).toBe(phone));
});

describe('personId', () => {
  const id = personId('secret', 'demo', 'email', 'ada@example.com');
  it('is the same for the same identifier', () => {
    expect(id).toMatch(/^p_[\w-]{22}$/);
    expect(personId('secret', 'demo', 'email', 'ada@example.com')).toBe(id);
  });
  it.each([
    ['secret', personId('other', 'demo', 'email', 'ada@example.com')],
    ['site', personId('secret', 'shop', 'email', 'ada@example.com')],
    ['kind', personId('secret', 'demo', 'customer', 'ada@example.com')],
    ['value', personId('secret', 'demo', 'email', 'bob@example.com')],
  ])('differs by %s', (_, other) => expect(other).not.toBe(id));
});
