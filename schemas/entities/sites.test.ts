import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { flawOf } from './attributes.js';
import { site } from './sites.js';

const read = (fields: object) => v.safeParse(site, { name: 'Shop', ...fields });

describe('site schema', () => {
  it('needs only a name', () => {
    expect(read({}).output).toEqual({
      name: 'Shop',
      origins: [],
      timeZone: 'UTC',
      currency: 'EUR',
    });
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
    { ignoredReferrers: ['com'] },
    { ignoredReferrers: ['pay example'] },
    { ignoredReferrers: Array(101).fill('pay.example') },
    { attributes: [{ name: 'Plan', label: 'Plan', type: 'text' }] },
    { attributes: [{ name: 'companySize', label: 'Size', type: 'number' }] },
    { attributes: [{ name: 'companysize', label: 'Size', type: 'number' }] },
    { attributes: [{ name: 'plan', label: ' ', type: 'text' }] },
    { attributes: [{ name: 'plan', label: 'Plan', type: 'json' }] },
    { attributes: Array.from({ length: 51 }, (_, at) => ({ name: `a${at}`, label: 'A', type: 'text' })) },
    { identityRevision: 0 },
    { identityRevision: 1.5 },
  ])('refuses %j', (fields) => expect(read(fields).success).toBe(false));
  it.each([
    { timeZone: 'Europe/Istanbul' },
    { currency: 'TRY' },
    { country: 'TR' },
    { affiliateParameters: ['partner_id', 'p-1'] },
    { scrubParameters: ['member', 'kunde-nr'] },
    { cookieDomain: 'example.com' },
    { cookieDomain: 'shop.co.uk' },
    { ignoredReferrers: ['pay.example', 'xn--mteri-kva70e.example'] },
    { attributes: [{ name: 'shoeSize', label: 'Shoe size', type: 'number' }] },
    { attributes: [{ name: 'plan', label: 'Plan', type: 'choice', options: ['Free', 'Team'] }] },
    { identityRevision: 7 },
  ])('accepts %j', (fields) => expect(read(fields).output).toMatchObject(fields));

  it('reads an ignored referrer out of an address', () =>
    expect(read({ ignoredReferrers: [' https://Pay.Example/x?y ', 'Müşteri.example'] }).output).toMatchObject(
      {
        ignoredReferrers: ['pay.example', 'xn--mteri-kva70e.example'],
      },
    ));

  const attribute = (rest: object) => ({ name: 'plan', label: 'Plan', type: 'text' as const, ...rest });
  it.each([
    [[attribute({}), attribute({ name: 'Plan' })], 'attributes.1.name', 'format'],
    [[attribute({ type: 'choice' })], 'attributes.0.options', 'missing'],
    [[attribute({ options: ['Free'] })], 'attributes.0.options', 'unknown'],
    [[attribute({ type: 'choice', options: ['Free', 'free'] })], 'attributes.0.options', 'format'],
  ])('tells where an attribute is wrong: %j', (attributes, path, rule) =>
    expect(flawOf(attributes)?.details).toMatchObject([{ path, rule }]),
  );
});
