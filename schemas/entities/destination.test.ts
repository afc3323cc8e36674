import * as v from 'valibot';
import { expect, it } from 'vitest';
import { destination } from './destination.js';

it.each([
  'https://www.example.com',
  'http://example.com:8080/a%2fb;c?d=e;f&g#h',
  ' https://müşteri.example/ürün?q=ı ',
  'HTTPS://EXAMPLE.COM/Unsubscribed-magazines',
  'https://example.com/boptout?option=out',
])('%s is a page', (address) => expect(v.safeParse(destination, address).success).toBe(true));

it.each([
  ['', 'an address'],
  ['example.com', 'an address'],
  ['//example.com/', 'an address'],
  ['https:example.com', 'an address'],
  ['javascript:alert(1)', 'an address'],
  ['JaVaScRiPt:alert(1)', 'an address'],
  ['data:text/html,x', 'an address'],
  ['mailto:ada@example.com', 'an address'],
  ['ftp://example.com/', 'an address'],
  ['https://', 'an address'],
  ['https://ada:secret@example.com/', 'no name and password'],
  ['https://ada@example.com/', 'no name and password'],
  ['https://example.com/unsubscribe?u=1', 'unsubscribes'],
  ['https://example.com/mail/opt-out', 'unsubscribes'],
  ['https://example.com/?action=unsub', 'unsubscribes'],
  ['https://example.com/darse-de-baja', 'unsubscribes'],
  [`https://example.com/${'x'.repeat(2_048)}`, 'length'],
])('%s is refused', (address, why) => {
  const { issues } = v.safeParse(destination, address);
  expect(issues?.map(({ message }) => message).join()).toContain(why);
});
