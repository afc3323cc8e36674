import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { exception } from './exceptions.js';
import type { User } from './protocol.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

export type Authenticate = (headers: IncomingMessage['headers'], query: URLSearchParams) => User;

/**
 * Users `leadline` (everything) and `reader` (read-only). Credentials come, as with ClickHouse, in
 * `X-ClickHouse-User`/`-Key` headers, in Basic authorization or in the `user` and `password` parameters.
 * Digests of fixed length are compared, in constant time, also for a name that does not exist.
 */
export function authenticator(passwords: Record<User, string>): Authenticate {
  const known: Record<User, Buffer> = {
    leadline: digest(passwords.leadline),
    reader: digest(passwords.reader),
  };
  return (headers, query) => {
    const [name, password] = credentials(headers, query);
    const user: User = name === 'reader' ? 'reader' : 'leadline';
    const matches = timingSafeEqual(digest(password), known[user]);
    if (matches && user === name) return user;
    throw exception(
      'AUTHENTICATION_FAILED',
      `${name}: Authentication failed: password is incorrect, or there is no user with such name.`,
    );
  };
}

function credentials(headers: IncomingMessage['headers'], query: URLSearchParams): [string, string] {
  const user = headers['x-clickhouse-user'];
  if (typeof user === 'string') return [user, String(headers['x-clickhouse-key'] ?? '')];
  const basic = /^Basic (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic) {
    const [name = '', ...rest] = Buffer.from(basic, 'base64').toString().split(':');
    return [name, rest.join(':')];
  }
  return [query.get('user') ?? 'default', query.get('password') ?? ''];
}
