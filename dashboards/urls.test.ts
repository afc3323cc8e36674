import { describe, expect, it } from 'vitest';
import { isReadablePath, pageOf, personUrl, readableUrl, safeHref } from './urls.js';

describe('safeHref', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///x',
    'blob:https://x/y',
    '//x',
    '',
  ])('makes no link of %j', (url) => expect(safeHref(url)).toBeUndefined());

  it('lets web pages through', () =>
    expect(safeHref('https://x.example/a b')).toBe('https://x.example/a%20b'));
});

it('readableUrl drops what says nothing and keeps what cannot be read', () => {
  expect(readableUrl('https://www.shop.example/')).toBe('shop.example');
  expect(readableUrl('https://shop.example/ileti%C5%9Fim?q=1')).toBe('shop.example/iletişim?q=1');
  expect(readableUrl('https://shop.example/%ff')).toBe('shop.example/%ff');
  expect(readableUrl('javascript:alert(1)')).toBe('javascript:alert(1)');
});

it('pageOf is the same for every way to a page', () => {
  expect(pageOf('https://shop.example/a?utm_source=x#y')).toBe('https://shop.example/a');
  expect(pageOf('nothing')).toBe('nothing');
});

it('personUrl keeps ids whole', () =>
  expect(personUrl('demo', 'a/b?c')).toBe('/persons/a%2Fb%3Fc?site=demo'));

it('isReadablePath tells what the router would stumble over', () => {
  for (const path of ['/leads', '/persons/a%2Fb', '/persons/%F0%9F%98%80'])
    expect(isReadablePath(path), path).toBe(true);
  for (const path of ['/persons/%zz', '/persons/%', '/persons/%ff'])
    expect(isReadablePath(path), path).toBe(false);
});
