import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddresses, namesProxies } from './address.js';

const PEER = '10.0.0.7';

function client(trusted: string[], headers: { xff?: string; forwarded?: string } = {}, peer = PEER) {
  return clientAddresses(trusted)(peer, { forwardedFor: headers.xff, forwarded: headers.forwarded });
}

describe('the client’s address', () => {
  it('is the peer’s where no proxy is trusted, whatever the headers say', () => {
    expect(client([], { xff: '8.8.8.8', forwarded: 'for=8.8.4.4' })).toBe(PEER);
    expect(client(['192.168.0.0/16'], { xff: '8.8.8.8' })).toBe(PEER);
    expect(client([], {}, '::ffff:8.8.8.8')).toBe('8.8.8.8');
    expect(client([], {}, '')).toBe('');
  });

  it.each([
    // One proxy, which appends to what the client sent.
    [['private'], '8.8.8.8', '8.8.8.8'],
    [['private'], '1.2.3.4, 8.8.8.8', '8.8.8.8'],
    [['10.0.0.7'], '1.2.3.4,8.8.8.8', '8.8.8.8'],
    [['10.0.0.0/8'], '8.8.8.8, 10.1.1.1', '8.8.8.8'],
    [['10.0.0.7/32'], '8.8.8.8, 10.1.1.1', '10.1.1.1'],
    // Two proxies, the outer one a public address.
    [['private', '203.0.113.0/24'], '1.2.3.4, 8.8.8.8, 203.0.113.9', '8.8.8.8'],
    [['private', '2001:db8::/32'], '8.8.8.8, 2001:db8::5', '8.8.8.8'],
    // All are trusted: the client is inside, too.
    [['private'], '192.168.1.4, 10.0.0.9', '192.168.1.4'],
    // As some write them.
    [['private'], '8.8.8.8:51234', '8.8.8.8'],
    [['private'], '[2a02:9130::1]:443', '2a02:9130::1'],
    [['private'], '[2a02:9130::1]', '2a02:9130::1'],
    [['private'], '2A02:9130:0::0001', '2a02:9130::1'],
    [['private'], '::ffff:8.8.8.8', '8.8.8.8'],
    [['private'], 'fe80::1%eth0', 'fe80::1'],
    [['private'], '  8.8.8.8  ', '8.8.8.8'],
    // What is no address ends the chain at the last one that is.
    [['private'], '8.8.8.8, unknown', PEER],
    [['private'], '8.8.8.8, 10.0.0.9, garbage, 10.0.0.8', '10.0.0.8'],
    [['private'], '8.8.8.8,', PEER],
    [['private'], '', PEER],
    [['private'], '1', PEER],
    [['private'], '0x8.8.8.8', PEER],
    [['private'], '010.8.8.8', PEER],
    [['private'], '<script>', PEER],
  ])('behind %j with "%s" is %s', (trusted, xff, address) => {
    expect(client(trusted, { xff })).toBe(address);
  });

  it.each([
    ['for=8.8.8.8', '8.8.8.8'],
    ['for=8.8.8.8;proto=https;by=10.0.0.7', '8.8.8.8'],
    ['For="[2a02:9130::1]:4711"', '2a02:9130::1'],
    ['by=10.0.0.1; for=8.8.8.8', '8.8.8.8'],
    ['for=1.2.3.4, for=8.8.8.8, for=10.0.0.9', '8.8.8.8'],
    ['for=_hidden', PEER],
    ['proto=https', PEER],
  ])('is read from Forwarded: %s', (forwarded, address) => {
    expect(client(['private'], { forwarded })).toBe(address);
  });

  it('is read from X-Forwarded-For before Forwarded', () => {
    expect(client(['private'], { xff: '8.8.8.8', forwarded: 'for=1.2.3.4' })).toBe('8.8.8.8');
  });

  it('trusts by the words loopback and private', () => {
    for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(client(['loopback'], { xff: '8.8.8.8' }, peer)).toBe('8.8.8.8');
    for (const peer of ['10.2.3.4', '172.20.0.1', '192.168.9.9', 'fd00::1', 'fe80::1%eth0'])
      expect(client(['private'], { xff: '8.8.8.8' }, peer)).toBe('8.8.8.8');
    for (const peer of ['10.0.0.1', '172.32.0.1', '9.9.9.9', '2a02::1'])
      expect(client(['loopback'], { xff: '8.8.8.8' }, peer)).toBe(peer);
  });

  it('is never what only the client has written', () => {
    const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string());
    fc.assert(
      fc.property(fc.array(address, { maxLength: 5 }), (spoofed) => {
        const xff = [...spoofed, '8.8.8.8'].join(', ');
        expect(client(['private'], { xff })).toBe('8.8.8.8');
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (peer, xff, forwarded) => {
        const trusted = ['private', 'loopback'];
        expect(typeof client(trusted, { xff, forwarded }, peer)).toBe('string');
        expect(typeof client(trusted, { forwarded }, '10.0.0.1')).toBe('string');
      }),
    );
  });
});

describe('trusted proxies', () => {
  it.each(['loopback', 'private', '10.0.0.7', '10.0.0.0/8', '0.0.0.0/0', '::1', '2001:db8::/32'])(
    'are named by %s',
    (text) => expect(namesProxies(text)).toBe(true),
  );
  it.each([
    '',
    'local',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::/129',
    'example.com',
    '1',
    'toString',
  ])('are not named by "%s"', (text) => expect(namesProxies(text)).toBe(false));
});
