import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Carried, linkToken, readLinkToken } from './address.js';

const id = fc.stringMatching(/^[\w.-]{1,64}$/);
const carried: fc.Arbitrary<Carried> = fc.record({
  site: id,
  link: id,
  campaign: fc.oneof(fc.constant(''), id),
  destination: fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href),
  expires: fc.option(fc.nat(4_000_000_000_000), { nil: undefined }),
});

it('an address says where it leads, and none but ours are read', () => {
  fc.assert(
    fc.property(carried, fc.nat(), fc.base64String({ minLength: 1 }), (said, at, text) => {
      const token = linkToken('secret', said);
      expect(token).toMatch(/^[\w-]+$/);
      expect(readLinkToken('secret', token)).toEqual(said);
      expect(readLinkToken('another', token)).toBeUndefined();
      const place = at % token.length;
      const other = token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1);
      for (const wrong of [other, `${token}A`, `${token}=`, token.slice(1), token.slice(0, -1), text, ''])
        expect(readLinkToken('secret', wrong)).toBeUndefined();
    }),
  );
  expect(readLinkToken('secret', 'A'.repeat(10_240))).toBeUndefined();
});

it('usual destinations make addresses of less than 200 characters', () => {
  const of = (destination: string) =>
    `https://t.example.com/l/${linkToken('secret', {
      site: 'demo',
      link: 'kU3bQ1pXo9ZsW2aE',
      campaign: 'Vw8rT5yNc0LmJ4hD',
      destination,
      expires: undefined,
    })}`.length;
  for (const usual of [
    'https://www.example.com/',
    'https://www.example.com/products/linen-shirt',
    'https://www.example.com/spring/offer?utm_source=newsletter&utm_medium=email&utm_campaign=spring-2026',
    'https://shop.example.com/collections/spring-sale/products/linen-shirt?utm_source=newsletter&utm_medium=email&utm_campaign=spring-2026',
  ])
    expect(of(usual)).toBeLessThan(200);
});

it('an address that is out is read for ever', () => {
  const token = 'ZGVtbwqlCm1haWyyCm15d3Bpd3cwCoBleGFtcGxlhG9mZmVyP5uhsTc2_hBD8AIeZAaSejO';
  expect(readLinkToken('secret', token)).toEqual({
    site: 'demo',
    link: 'spring',
    campaign: 'mailing',
    destination: 'https://www.example.com/offer?utm_source=newsletter&id=7',
    expires: 1_800_000_000_000,
  });
});
