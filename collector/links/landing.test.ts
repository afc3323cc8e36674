import { expect, it } from 'vitest';
import { withCampaign, withClick } from './landing.js';

it.each([
  ['https://a.test/', 'https://a.test/?ll_click=C'],
  ['https://a.test', 'https://a.test?ll_click=C'],
  ['https://a.test/?', 'https://a.test/?ll_click=C'],
  ['https://a.test/?b=2&a=1', 'https://a.test/?b=2&a=1&ll_click=C'],
  ['https://a.test/?a=1&', 'https://a.test/?a=1&ll_click=C'],
  ['https://a.test/?a;b=1;c', 'https://a.test/?a;b=1;c&ll_click=C'],
  ['https://a.test/a%2fb?q=%C4%B1+x%20y&e=&f#top', 'https://a.test/a%2fb?q=%C4%B1+x%20y&e=&f&ll_click=C#top'],
  ['https://a.test/#/route?x=1', 'https://a.test/?ll_click=C#/route?x=1'],
  ['https://a.test:8443/?u=https://b.test/?x=1', 'https://a.test:8443/?u=https://b.test/?x=1&ll_click=C'],
  // A landing address that somebody has copied.
  ['https://a.test/?ll_click=old', 'https://a.test/?ll_click=C'],
  ['https://a.test/?a=1&ll_click=old&ll_click=older&b=2#x', 'https://a.test/?a=1&b=2&ll_click=C#x'],
  ['https://a.test/?all_click=mine', 'https://a.test/?all_click=mine&ll_click=C'],
])('%s gets its click', (address, landing) => expect(withClick(address, 'C')).toBe(landing));

it('the campaign is told where the address says none', () => {
  const of = (address: string, campaign = 'Bahar & yaz') =>
    withCampaign(address, { kind: 'email', campaign });
  expect(of('https://a.test/?a=1#x')).toBe(
    'https://a.test/?a=1&utm_source=email&utm_medium=email&utm_campaign=Bahar%20%26%20yaz#x',
  );
  for (const own of ['https://a.test/?utm_source=mine', 'https://a.test/?a=1&utm_id=7'])
    expect(of(own)).toBe(own);
  expect(of('https://a.test/', '')).toBe('https://a.test/');
});
