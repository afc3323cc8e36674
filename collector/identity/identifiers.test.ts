import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmail, normaliseCustomer, normaliseEmail, normalisePhone, personId } from './identifiers.js';

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
    ['\u200bada\u00ad@exam\ufeffple.com\u202c ', 'ada@example.com'],
    ['\u2067ada@example.com\u2069', 'ada@example.com'],
    ['\u00a0ada@example.com\u3000', 'ada@example.com'],
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
    ['call me', 'ES', ''],
    ['1234', undefined, ''],
    ['1'.repeat(30), undefined, ''],
    ['', 'ES', ''],
    ['0034 600 000 000', undefined, '+34600000000'],
    ['+298 201234', undefined, '+298201234'],
    ['٠٥٣٢ ١٢٣ ٤٥ ٦٧', 'TR', '+905321234567'],
    ['600 000 000 / 91 555 01 00', 'ES', '+34600000000'],
    ['600 000 000 or 600 000 001', undefined, '600000000'],
    // What cannot be one, or was typed to have typed something.
    ['+34 12345', undefined, ''],
    ['600 000', 'ES', ''],
    ['0532 123 45 67', 'ES', ''],
    ['600 000', undefined, ''],
    ['12345', 'ZZ', ''],
    ['1234567', undefined, ''],
    ['0123456789', undefined, ''],
    ['9876543210', 'US', ''],
    ['555-555-5555', 'US', ''],
    ['+34 666 666 666', undefined, ''],
    ['0000000', undefined, ''],
    ['1'.repeat(8) + '2'.repeat(8), undefined, ''],
  ])('%s in %s is %s', (text, country, phone) => expect(normalisePhone(text, country)).toBe(phone));

  it('reads by where the visitor is what is no number of the site’s country', () => {
    expect(normalisePhone('0532 123 45 67', 'ES', 'TR')).toBe('+905321234567');
    expect(normalisePhone('600 000 000', 'ES', 'TR')).toBe('+34600000000');
    // A site that has no country has numbers as they are written, wherever they are written.
    expect(normalisePhone('600 000 000', undefined, 'ES')).toBe('600000000');
  });
});

describe('normaliseCustomer', () => {
  it.each([
    ...['', ' ', '-', '?', '0', '000', '-1', '0.0', '00000000-0000-0000-0000-000000000000'],
    ...[
      'null',
      ' NULL ',
      '(null)',
      'undefined',
      'None',
      'nil',
      'NaN',
      'N/A',
      'n / a',
      '[object Object]',
      'true',
    ],
    ...['guest', 'Anonymous', 'UNKNOWN', 'user', 'test', 'user_id', 'Anónimo', 'Bilinmiyor', 'KULLANICI'],
    ...['{{ customer.id }}', `\${id}`, '<%= id %>', '*|ID|*', '%%id%%', '[[id]]', '{{ "guest"\n}}'],
  ])('%j is nobody', (text) => expect(normaliseCustomer(text)).toBe(''));

  it.each(['1', '10', '-2', 'guest-17', 'test1', 'Nil Armstrong', 'u', '★', '社', 'null-island', 'A-0'])(
    '%j is somebody',
    (text) => expect(normaliseCustomer(` ${text} `)).toBe(text),
  );
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
