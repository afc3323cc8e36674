import { expect, it } from 'vitest';
import { authenticator } from './auth.js';

const authenticate = authenticator({ leadline: 'w:x', reader: 'r' });
const none = new URLSearchParams();
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

it('takes headers, Basic authorization and parameters', () => {
  expect(authenticate({ 'x-clickhouse-user': 'reader', 'x-clickhouse-key': 'r' }, none)).toBe('reader');
  expect(authenticate(basic('leadline:w:x'), none)).toBe('leadline');
  expect(authenticate({}, new URLSearchParams({ user: 'reader', password: 'r' }))).toBe('reader');
});

it.each([
  [{}],
  [basic('leadline:r')],
  [basic('reader:w:x')],
  [basic('default:w:x')],
  [basic('leadline')],
  [{ authorization: 'Bearer w:x' }],
])('refuses %o', (headers) => {
  expect(() => authenticate(headers, none)).toThrow('AUTHENTICATION_FAILED');
});
