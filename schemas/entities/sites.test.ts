import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { site } from './sites.js';

const read = (fields: object) => v.safeParse(site, { name: 'Shop', ...fields });

describe('site schema', () => {
  it('needs only a name', () => {
    expect(read({}).output).toEqual({ name: 'Shop', origins: [], timeZone: 'UTC', currency: 'EUR' });
  });

  it.each([
    ['self', 'self'],
    ['https://www.example.com', 'https://www.example.com'],
    ['https://*.example.com', 'https://*.example.com'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    // Written otherwise than browsers write it, it would never match.
    [' https://Shop.Example.com/ ', 'https://shop.example.com'],
    ['https://example.com:443', 'https://example.com'],
    ['http://example.com:80', 'http://example.com'],
    ['https://example.com:80', 'https://example.com:80'],
    ['https://Müşteri.example', 'https://xn--mteri-kva70e.example'],
    ['https://*.müşteri.example', 'https://*.xn--mteri-kva70e.example'],
    ['https://*.example.co.uk', 'https://*.example.co.uk'],
    ['https://*.abc.es', 'https://*.abc.es'],
    ['https://*.example.com:65535', 'https://*.example.com:65535'],
    ['http://*.localhost:3000', 'http://*.localhost:3000'],
    ['https://a_b.example.com', 'https://a_b.example.com'],
  ])('reads the origin %s', (origin, read_) =>
    expect(read({ origins: [origin] }).output).toMatchObject({ origins: [read_] }),
  );

  it.each([
    'example.com',
    'https://example.com/path',
    'https://*',
    '*',
    'null',
    'https://a.*.com',
    'ftp://a.test',
    'https://a.test?x',
    '',
    'https://*.com',
    'https://*.com:8443',
    'https://*.co.uk',
    'https://*.com.tr',
    'https://*.1.2.3.4',
    'https://*.[::1]',
    'https://*.*.example.com',
    'https://*.',
    'https://*..com',
    'https://a..example.com',
    'https://example.com:65536',
    'https://example.com:99999',
    'https://user@example.com',
    'https://exa mple.com',
    'https://example.com\\@evil.test',
    'https:example.com',
  ])('refuses the origin %s', (origin) => expect(read({ origins: [origin] }).success).toBe(false));

  it.each([
    { timeZone: 'Mars/Olympus' },
    { currency: 'euro' },
    { country: 'Spain' },
    { name: ' ' },
    { colour: 'red' },
    { affiliateParameters: 'partner' },
    { affiliateParameters: [''] },
    { affiliateParameters: ['a b'] },
    { affiliateParameters: ['x'.repeat(65)] },
    { affiliateParameters: Array(21).fill('a') },
    { scrubParameters: 'member' },
    { scrubParameters: ['a b'] },
    { scrubParameters: Array(51).fill('a') },
    { cookieDomain: 'com' },
    { cookieDomain: '.example.com' },
    { cookieDomain: 'example.com; Secure' },
    { cookieDomain: '1.2.3.4' },
  ])('refuses %j', (fields) => expect(read(fields).success).toBe(false));
  it.each([
    { timeZone: 'Europe/Istanbul' },
    { currency: 'TRY' },
    { country: 'TR' },
    { affiliateParameters: ['partner_id', 'p-1'] },
    { scrubParameters: ['member', 'kunde-nr'] },
    { cookieDomain: 'example.com' },
    { cookieDomain: 'shop.co.uk' },
  ])('accepts %j', (fields) => expect(read(fields).output).toMatchObject(fields));
});
