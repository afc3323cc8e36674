import { describe, expect, it } from 'vitest';
import { renewableCookies, renewedCookie } from './visitor_cookie.js';

const visitor = 'abcdefghij0123456789k';
const value = `${visitor}.1795000000000`;
const headers = { 'sec-fetch-site': 'same-origin', cookie: `a=b; leadline_shop=${value}; c=d` };

const renewed = ({
  cookieDomain = 'example.com' as string | undefined,
  origin = 'https://www.example.com',
  events = [{ type: 'page_view' }] as unknown[],
  ...rest
}: Record<string, unknown> & {
  cookieDomain?: string | undefined;
  origin?: string;
  events?: unknown[];
} = {}) => {
  const sent: Record<string, unknown> = { ...headers, ...rest };
  const site = cookieDomain === undefined ? { id: 'shop' } : { id: 'shop', cookieDomain };
  const cookies = renewableCookies((name) => sent[name] as string | undefined);
  return cookies && renewedCookie(site, { visitor, events }, origin, cookies);
};

describe('renewedCookie', () => {
  it('is the same cookie, for 400 days', () =>
    expect(renewed()).toBe(
      `leadline_shop=${value}; Domain=example.com; Path=/; Max-Age=34560000; SameSite=Lax; Secure`,
    ));

  it.each([
    ['the site says no domain', { cookieDomain: '' }],
    ['the page is of another domain', { origin: 'https://www.other.test' }],
    ['the page is of a domain that only ends alike', { origin: 'https://notexample.com' }],
    ['the page has no origin', { origin: 'null' }],
    ['the request is of another origin', { 'sec-fetch-site': 'same-site' }],
    ['the request is of another site', { 'sec-fetch-site': 'cross-site' }],
    ['the browser does not say', { 'sec-fetch-site': undefined }],
    ['the visitor asks not to be tracked', { 'sec-gpc': '1' }],
    ['there is no page view', { events: [{ type: 'consent' }, null, 'page_view'] }],
    ['there is no cookie', { cookie: undefined }],
    ['there is another cookie', { cookie: `leadline_other=${value}` }],
    ['there is a cookie that only ends alike', { cookie: `xleadline_shop=${value}` }],
    ['the cookie is of another visitor', { cookie: `leadline_shop=z${value.slice(1)}` }],
    ['the cookie is not as the script writes it', { cookie: `leadline_shop=${value}x` }],
    ['the cookie has more in it', { cookie: `leadline_shop=${value},\r\nX: y` }],
  ])('is not there where %s', (_, given) => expect(renewed(given)).toBeUndefined());
});
