import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saysUnsubscribe } from '../../schemas/entities/destination.js';
import { addressesIn, withAddresses } from './html.js';
import { addressesInText, withAddressesInText } from './plain_text.js';

const NEW = "https://t.test/l/x?a=1&r='*|ID|*'";
const tracked = (html: string) =>
  withAddresses(html, addressesIn(html), (value) => (value.startsWith('https://') ? NEW : undefined));
const read = (html: string) => addressesIn(html).map(({ value }) => value);

it('reads what nests without end, and brackets without number', () => {
  expect(read(`${'<!--[if mso]>'.repeat(20_000)}<a href="https://a.test/">x</a>`)).toEqual([]);
  expect(addressesInText(`https://a.test/${')'.repeat(300_000)}`)).toEqual(['https://a.test/']);
});

it.each([
  ['<a href="https://a.test/?a=1&amp;b=2">', 'https://a.test/?a=1&b=2'],
  ['<a href="https://a.test/?a=1&#038;b=2">', 'https://a.test/?a=1&b=2'],
  ['<a href="https://a.test/?a=1&b=2">', 'https://a.test/?a=1&b=2'],
  ['<a href="https://a.test/?a=1&copy=2">', 'https://a.test/?a=1&copy=2'],
  ['<a href="https://a.test/?a=1&amp;amp;b=2">', 'https://a.test/?a=1&amp;b=2'],
  ["<a href='https://a.test/'>", 'https://a.test/'],
  ['<a href=https://a.test/x>', 'https://a.test/x'],
  ['<A CLASS=x HREF = "https://a.test/">', 'https://a.test/'],
  ['<area shape=rect href="https://a.test/">', 'https://a.test/'],
  ['<v:roundrect href="https://a.test/" arcsize="10%">', 'https://a.test/'],
  ['<!--[if mso]>\r\n<v:rect href="https://a.test/">\r\n<![endif]-->', 'https://a.test/'],
  ['<!--[if gte mso 9]><a href="https://a.test/">x</a><![endif]-->', 'https://a.test/'],
  ['<select><a href="https://a.test/">', 'https://a.test/'],
  ['<table><a href="https://a.test/"><a href="https://b.test/">', 'https://a.test/', 'https://b.test/'],
  ['<a href="https://a.test/" href="https://b.test/">', 'https://a.test/'],
  ['<a href="">', ''],
])('%s leads to %s', (html, ...addresses) => expect(read(html)).toEqual(addresses));

it.each([
  '<a>',
  '<a href>',
  '<link href="https://a.test/">',
  '<img src="https://a.test/">',
  '<!-- <a href="https://a.test/"> -->',
  '<style>a::after { content: "<a href=\'https://a.test/\'>" }</style>',
  '<script>"<a href=\'https://a.test/\'>"</script>',
  '<textarea><a href="https://a.test/"></textarea>',
  '<title><a href="https://a.test/"></title>',
  '<a href="https://a.test/',
  'https://a.test/',
])('%s leads nowhere', (html) => expect(read(html)).toEqual([]));

it('knows what is read of a link', () => {
  const html = '<a href="https://a.test/1">Darse <b>de baja</b></a> now <a href="https://a.test/2">Buy</a>';
  expect(addressesIn(html).map(({ text }) => saysUnsubscribe(text))).toEqual([true, false]);
  for (const text of ['Click here to unsubscribe', 'Abonelikten çık', 'Vom Newsletter abmelden'])
    expect(saysUnsubscribe(text), text).toBe(true);
});

it('changes the bytes of addresses alone, each as it is quoted', () => {
  const html =
    "<!DOCTYPE html>\r\n<P ALIGN=left>É \u0000<A href = 'https://a.test/'  title=x>https://a.test/</A>\r\n" +
    '<a href=https://a.test/>b</a><a href="mailto:a@a.test">&nbsp;</b>\n<!--[if mso]><v:rect href="https://a.test/"/><![endif]-->';
  expect(tracked(html)).toBe(
    "<!DOCTYPE html>\r\n<P ALIGN=left>É \u0000<A href = 'https://t.test/l/x?a=1&amp;r=&#39;*|ID|*&#39;'  title=x>https://a.test/</A>\r\n" +
      '<a href=https://t.test/l/x?a=1&amp;r=&#39;*|ID|*&#39;>b</a><a href="mailto:a@a.test">&nbsp;</b>\n<!--[if mso]><v:rect href="https://t.test/l/x?a=1&amp;r=\'*|ID|*\'"/><![endif]-->',
  );
});

it('what was put in is read again, whatever stands around it', () => {
  const noise = fc.stringMatching(/^[ -~\r\n]{0,30}$/);
  const link = fc.constantFrom(
    '<a href="https://a.test/">',
    "<a href='https://a.test/'>",
    '<a href=https://a.test/ >',
  );
  fc.assert(
    fc.property(noise, link, noise, (before, tag, after) => {
      const html = before + tag + after;
      const addresses = addressesIn(html);
      for (const { start, end, value } of addresses)
        if (value.startsWith('https://a')) expect(html.slice(start, end)).toBe(value);
      expect(read(tracked(html))).toEqual(
        addresses.map(({ value }) => (value.startsWith('https://') ? NEW : value)),
      );
      expect(withAddresses(html, addresses, () => undefined)).toBe(html);
    }),
  );
});

it('reads a large e-mail in time that grows with its length', () => {
  const rows = (count: number) =>
    '<!--[if mso]><b><!--<![endif]--><p><a href="https://a.test/?a=1&amp;b=2">x</a>'.repeat(count);
  expect(addressesIn(rows(10_000))).toHaveLength(10_000);
});

it('finds addresses in a text, without what ends a sentence', () => {
  const text =
    'See https://a.test/x, (https://b.test/y) or <https://c.test/z>.\r\nhttps://d.test/(1)! mailto:a@a.test';
  expect(addressesInText(text)).toEqual([
    ...['https://a.test/x', 'https://b.test/y', 'https://c.test/z', 'https://d.test/(1)'],
  ]);
  expect(withAddressesInText(text, (value) => (value.includes('b.test') ? undefined : 'N'))).toBe(
    'See N, (https://b.test/y) or <N>.\r\nN! mailto:a@a.test',
  );
  expect(addressesInText('https://a.test/?u=*|EMAIL|*.')).toEqual(['https://a.test/?u=*|EMAIL|*']);
});
