import { describe, expect, it } from 'vitest';
import { isAllowedOrigin, ownOrigins } from './allowed_origin.js';

const own = ['http://127.0.0.1:8080'];
const allows = (allowed: string, origin: string) => isAllowedOrigin(origin, { origins: [allowed] }, own);

describe('isAllowedOrigin', () => {
  it.each([
    ['https://example.com', 'https://example.com'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://*.example.com', 'https://www.example.com'],
    ['https://*.example.com', 'https://a.b.example.com'],
    ['https://*.example.com:8443', 'https://a.example.com:8443'],
    ['self', 'http://127.0.0.1:8080'],
  ])('%s allows %s', (allowed, origin) => expect(allows(allowed, origin)).toBe(true));

  it.each([
    ['https://example.com', 'http://example.com'],
    ['https://example.com', 'https://www.example.com'],
    ['https://example.com', 'https://example.com.evil.test'],
    ['https://example.com', 'https://example.com:8443'],
    ['https://example.com', 'https://example.community'],
    ['https://example.com', 'null'],
    ['https://example.com', ''],
    ['https://*.example.com', 'https://example.com'],
    ['https://*.example.com', 'https://.example.com'],
    ['https://*.example.com', 'https://notexample.com'],
    ['https://*.example.com', 'https://evil.test/.example.com'],
    ['https://*.example.com', 'https://evil.test#.example.com'],
    ['https://*.example.com', 'https://evil.test:80.example.com'],
    ['https://*.example.com', 'https://a@b.example.com'],
    ['https://*.example.com', 'http://www.example.com'],
    ['https://*.example.com', 'https://www.example.com:8443'],
    ['https://*.example.com', 'https://www.example.com.evil.test'],
    ['https://*.example.com', 'null'],
    ['self', 'http://127.0.0.1:8081'],
    ['self', 'null'],
    ['self', 'self'],
  ])('%s does not allow %s', (allowed, origin) => expect(allows(allowed, origin)).toBe(false));

  it('allows nothing where nothing is listed', () => {
    expect(isAllowedOrigin('https://example.com', { origins: [] }, own)).toBe(false);
  });
});

describe('ownOrigins', () => {
  it('is the public address alone, where there is one', () => {
    expect(ownOrigins({ publicUrl: 'https://t.example.com', host: '0.0.0.0', port: 80 })).toEqual([
      'https://t.example.com',
    ]);
  });
  it.each([
    ['127.0.0.1', 8080, ['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080']],
    ['::', 80, ['http://127.0.0.1', 'http://localhost', 'http://[::1]', 'http://[::]']],
    ['192.168.1.5', 8080, expect.arrayContaining(['http://192.168.1.5:8080'])],
  ])('of %s:%i is how browsers call it', (host, port, origins) =>
    expect(ownOrigins({ publicUrl: undefined, host, port })).toEqual(origins),
  );
});
