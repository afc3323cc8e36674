import { describe, expect, it } from 'vitest';
import { isOrigin, toOrigin } from './origins.js';

describe('toOrigin', () => {
  it.each([
    ['https://www.example.com', 'https://www.example.com'],
    ['  WWW.Example.com/shop?x=1#y ', 'https://www.example.com'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['localhost:3000', 'https://localhost:3000'],
    ['https://example.com:443', 'https://example.com'],
    ['https://*.example.com', 'https://*.example.com'],
    ['*.example.com/x', 'https://*.example.com'],
    ['https://müşteri.example', 'https://xn--mteri-kva70e.example'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s is %s', (typed, origin) => expect(toOrigin(typed)).toBe(origin));

  it.each([
    '',
    ' ',
    'two words',
    'ftp://example.com',
    'javascript:alert(1)',
    'file:///etc',
    'https://',
    'https://*',
  ])('%j is none', (typed) => expect(toOrigin(typed)).toBeUndefined());
});

describe('isOrigin', () => {
  it.each([
    'https://www.example.com',
    'http://localhost:3000',
    'https://xn--mteri-kva70e.example',
    'http://[::1]:8080',
  ])('%s is one', (text) => expect(isOrigin(text)).toBe(true));

  it.each([
    '',
    'null',
    'www.example.com',
    ' https://example.com',
    'https://example.com/',
    'https://example.com/shop',
    'https://example.com?x',
    'https://user:pw@example.com',
    'https://shop.example@evil.example',
    'https://EXAMPLE.com',
    'https://example.com:443',
    'https://*.example.com',
    'https://müşteri.example',
    'ftp://example.com',
    'blob:https://example.com/x',
    'chrome-extension://abcdef',
    'file://',
  ])('%j is not', (text) => expect(isOrigin(text)).toBe(false));
});
