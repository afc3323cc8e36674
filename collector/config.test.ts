import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, warningsOf } from './config.js';

describe('readConfig', () => {
  it('has an answer for everything that is not set, or empty', () => {
    const defaults = {
      port: 8080,
      host: '127.0.0.1',
      dataDir: './data',
      publicUrl: undefined,
      secret: undefined,
      adminKey: undefined,
      trustedProxies: [],
      queueBytesMax: 4 * 2 ** 30,
      clickhouse: { url: undefined, username: 'default', password: '', database: 'leadline' },
      eventsPerMinute: { address: 6_000, key: 6_000_000 },
    };
    expect(readConfig({})).toEqual(defaults);
    expect(
      readConfig({ LEADLINE_PORT: '', LEADLINE_PUBLIC_URL: '', CLICKHOUSE_URL: '', LEADLINE_SECRET: '' }),
    ).toEqual(defaults);
  });

  it.each([
    [{ LEADLINE_PORT: '0' }, { port: 0 }],
    [{ LEADLINE_HOST: '::' }, { host: '::' }],
    [{ LEADLINE_PUBLIC_URL: 'https://T.example.com/' }, { publicUrl: 'https://t.example.com' }],
    [{ LEADLINE_PUBLIC_URL: 'https://t.example.com:443' }, { publicUrl: 'https://t.example.com' }],
    [{ LEADLINE_ADMIN_KEY: 'k' }, { adminKey: 'k' }],
    [{ LEADLINE_QUEUE_BYTES: '16777216' }, { queueBytesMax: 16_777_216 }],
    [{ LEADLINE_EVENTS_PER_MINUTE_ADDRESS: '0' }, { eventsPerMinute: { address: 0, key: 6_000_000 } }],
    [{ LEADLINE_EVENTS_PER_MINUTE_KEY: '500' }, { eventsPerMinute: { address: 6_000, key: 500 } }],
    [
      { LEADLINE_TRUSTED_PROXIES: ' Loopback, 10.0.0.0/8 ,, 2001:db8::1' },
      { trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::1'] },
    ],
    [
      { CLICKHOUSE_URL: 'http://ch:8123' },
      { clickhouse: expect.objectContaining({ url: 'http://ch:8123/' }) },
    ],
  ])('reads %j', (env, config) => expect(readConfig(env)).toMatchObject(config));

  it.each([
    ['LEADLINE_PORT', '65536'],
    ['LEADLINE_PORT', '80a'],
    ['LEADLINE_PORT', '-1'],
    ['LEADLINE_PORT', '8080.5'],
    ['LEADLINE_HOST', 'http://0.0.0.0'],
    ['LEADLINE_PUBLIC_URL', 't.example.com'],
    ['LEADLINE_PUBLIC_URL', 'https://t.example.com/leadline'],
    ['LEADLINE_PUBLIC_URL', 'https://ada:pw@t.example.com'],
    ['LEADLINE_PUBLIC_URL', 'ftp://t.example.com'],
    ['LEADLINE_SECRET', 'short'],
    ['LEADLINE_QUEUE_BYTES', '1000'],
    ['LEADLINE_QUEUE_BYTES', '4GB'],
    ['LEADLINE_QUEUE_BYTES', '1e99'],
    ['LEADLINE_ADMIN_KEY', 'with space'],
    ['LEADLINE_TRUSTED_PROXIES', 'proxy.example.com'],
    ['LEADLINE_TRUSTED_PROXIES', '10.0.0.0/8 192.168.0.0/16'],
    ['LEADLINE_TRUSTED_PROXIES', 'private,10.0.0.0/33'],
    ['LEADLINE_EVENTS_PER_MINUTE_ADDRESS', '499'],
    ['LEADLINE_EVENTS_PER_MINUTE_ADDRESS', '-1'],
    ['LEADLINE_EVENTS_PER_MINUTE_KEY', '1e6'],
    ['LEADLINE_EVENTS_PER_MINUTE_KEY', 'none'],
    ['CLICKHOUSE_URL', 'localhost:8123'],
    ['CLICKHOUSE_URL', 'not a url'],
    ['CLICKHOUSE_DATABASE', 'a; DROP TABLE b'],
    ['CLICKHOUSE_CLUSTER', 'c'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('answers or explains, whatever is set', () => {
    const names = [
      'LEADLINE_PORT',
      'LEADLINE_HOST',
      'LEADLINE_PUBLIC_URL',
      'LEADLINE_TRUSTED_PROXIES',
      'LEADLINE_SECRET',
      'LEADLINE_EVENTS_PER_MINUTE_KEY',
      'CLICKHOUSE_URL',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.webUrl())), (env) => {
        try {
          readConfig(env);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
    );
  });
});

it('warns of what is most likely not meant', () => {
  expect(
    warningsOf({ LEADLINE_PORT: '1', PATH: '/bin', CLICKHOUSE_URL: '', LEADLINE_ADMIN_KEY: 'x'.repeat(16) }),
  ).toEqual([]);
  expect(warningsOf({ LEADLINE_PROT: '1', LEADLINE_ADMIN_KEY: 'admin', LEADLINE_HOST: '0.0.0.0' })).toEqual([
    expect.stringContaining('LEADLINE_PROT is not a variable'),
    expect.stringContaining('LEADLINE_ADMIN_KEY is short'),
    expect.stringContaining('LEADLINE_PUBLIC_URL is not set'),
  ]);
});

it('knows every variable that it reads', () => {
  const read = new Set<string>();
  readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
  expect(read.size).toBeGreaterThan(10);
  for (const name of read)
    expect(warningsOf({ [name]: 'x'.repeat(16) }).filter((text) => text.includes('not a variable'))).toEqual(
      [],
    );
});
