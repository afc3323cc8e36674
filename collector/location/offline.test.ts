import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NOWHERE } from './location.js';
import { Networks } from './networks.js';
import { packNetworks, writeNetworks } from './networks_file.mjs';
import { type Lists, OfflineLocations, packagedLists } from './offline.js';

const silent = () => undefined;
const number4 = (text: string) => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const bytes4 = (text: string) => text.split('.').map(Number);
const open = (list4: string, list6 = '') => {
  const packed = Uint8Array.from(packNetworks(list4, list6));
  return new Networks(packed.buffer);
};

describe('networks', () => {
  const list = [
    `${number4('1.0.0.0')},${number4('1.0.0.255')},13335,"Cloudflare, Inc."`,
    `${number4('1.0.1.0')},${number4('1.0.3.255')},13335,"Cloudflare, Inc."`,
    `${number4('5.0.0.0')},${number4('5.0.0.9')},9121,"Türk ""Telekom"""`,
    `${number4('223.0.0.0')},${number4('255.255.255.255')},7,Last`,
    '',
  ].join('\r\n');
  const half = 1n << 64n;
  const list6 = [
    `${0x2001n << 112n},${(0x2001n << 112n) + half - 1n},6939,Hurricane Electric LLC`,
    `${0x2a02n << 112n},${(0x2a03n << 112n) - 1n},12430,Vodafone Spain`,
  ].join('\n');
  const networks = open(list, list6);
  const bytes6 = (first: number, last = 0) => [first >> 8, first & 255, ...Array(13).fill(0), last];

  it.each([
    ['1.0.0.0', 13335, 'Cloudflare, Inc.'],
    ['1.0.2.7', 13335, 'Cloudflare, Inc.'],
    ['1.0.4.0', 0, ''],
    ['0.0.0.0', 0, ''],
    ['5.0.0.9', 9121, 'Türk "Telekom"'],
    ['5.0.0.10', 0, ''],
    ['255.255.255.255', 7, 'Last'],
  ])('%s is of %i %s', (address, asn, network) =>
    expect(networks.of(bytes4(address))).toEqual({ asn, network }),
  );
  it.each([
    [0x2001, 6939],
    [0x2002, 0],
    [0x2a02, 12430],
    [0x2a03, 0],
    [0, 0],
  ])('%i::1 is of %i', (first, asn) => expect(networks.of(bytes6(first, 1)).asn).toBe(asn));

  it('are found as a look through the list finds them', () => {
    const ranges = fc
      .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 40 })
      .map((ends) => ends.sort((a, b) => a - b))
      .map((ends) =>
        Array.from({ length: ends.length >> 1 }, (_, at) => ({
          first: ends[2 * at] ?? 0,
          last: ends[2 * at + 1] ?? 0,
          asn: 1 + (at % 3),
        })),
      );
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 410 }), (rows, value) => {
        const packed = open(rows.map(({ first, last, asn }) => `${first},${last},${asn},n${asn}`).join('\n'));
        const row = rows.find(({ first, last }) => first <= value && value <= last);
        const expected = row ? { asn: row.asn, network: `n${row.asn}` } : { asn: 0, network: '' };
        expect(packed.of([0, 0, value >> 8, value & 255])).toEqual(expected);
      }),
    );
  });

  it('of another version are not read', () => {
    expect(() => new Networks(new ArrayBuffer(64))).toThrow('run "npm run build"');
  });
});

describe('offline locations', () => {
  const lists = (): Lists => ({
    cities4: vi.fn(async () => ({ get: () => ({ country_code: 'ES', state1: 'Madrid' }) })),
    cities6: vi.fn(async () => ({ get: () => null })),
    networks: vi.fn(async () => open(`${number4('8.0.0.0')},${number4('8.255.255.255')},3352,Telefonica`)),
  });
  const MADRID = { country: 'ES', region: 'Madrid', asn: 3352, network: 'Telefonica' };

  it('reads a list once, when an address first needs it, and knows the address from then on', async () => {
    const given = lists();
    const locations = new OfflineLocations(given, silent);
    expect(await Promise.all([locations.of('8.8.8.8'), locations.of('8.8.8.8')])).toEqual([MADRID, MADRID]);
    expect(locations.of('8.8.8.8')).toEqual(MADRID);
    // Others need no waiting either.
    expect(locations.of('8.8.4.4')).toEqual(MADRID);
    expect(given.cities6).not.toHaveBeenCalled();
    expect(await locations.of('2a02::1')).toEqual(NOWHERE);
    for (const read of Object.values(given)) expect(read).toHaveBeenCalledTimes(1);
  });

  it.each([
    '127.0.0.1',
    '::1',
    '10.0.0.1',
    '192.168.1.1',
    '172.16.0.1',
    'fd00::1',
    'fe80::1',
    '100.64.0.1',
    '0.0.0.0',
    '',
    'garbage',
  ])('reads nothing for "%s"', (address) => {
    const given = lists();
    expect(new OfflineLocations(given, silent).of(address)).toEqual(NOWHERE);
    for (const read of Object.values(given)) expect(read).not.toHaveBeenCalled();
  });

  it('leaves empty what has no list, and says so once', async () => {
    const log = vi.fn();
    const missing = () => Promise.reject(new Error('Cannot find module'));
    const locations = new OfflineLocations({ ...lists(), cities4: missing, networks: missing }, log);
    for (const address of ['8.8.8.8', '8.8.4.4', '9.9.9.9'])
      expect(await locations.of(address)).toEqual(NOWHERE);
    expect(log.mock.calls.map(([level, message]) => `${level} ${message.split(' ')[0]}`).sort()).toEqual([
      'warn countries',
      'warn networks',
    ]);
    expect(JSON.stringify(log.mock.calls)).not.toContain('8.8');
  });

  it('does not hold events up for a list that takes long, and uses it once it is there', async () => {
    let arrive: (networks: Networks) => void = silent;
    const networks = new Promise<Networks>((resolve) => {
      arrive = resolve;
    });
    const locations = new OfflineLocations({ ...lists(), networks: () => networks }, silent, 1);
    expect(await locations.of('8.8.8.8')).toEqual(NOWHERE);
    arrive(open(''));
    await vi.waitFor(() => expect(locations.of('8.8.8.8')).toMatchObject({ country: 'ES' }));
  });
});

describe('the packaged lists', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-networks-'));
  const file = join(folder, 'networks.bin');
  beforeAll(() => expect(writeNetworks(file)).toBe(true), 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  // Networks that hold their addresses for decades.
  it.each([
    ['88.255.1.1', 'TR', /.+/, 9121, /turk telekom/i],
    ['80.58.61.250', 'ES', /.+/, 3352, /telefonica/i],
    ['8.8.8.8', 'US', /California/, 15169, /google/i],
    ['2a02:9130::1', 'ES', /Madrid/, 3352, /telefonica/i],
  ])('tell of %s its country %s', async (address, country, region, asn, network) => {
    const told = await new OfflineLocations(packagedLists(file), silent, 30_000).of(address);
    expect(told).toMatchObject({ country, asn });
    expect(told.region).toMatch(region);
    expect(told.network).toMatch(network);
  });

  it('are not written again where nothing has changed', () => {
    const { mtimeMs } = statSync(file);
    writeNetworks(file);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });
});
