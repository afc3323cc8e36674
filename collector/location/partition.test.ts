import { expect, it } from 'vitest';
import { partitionOf } from './partition.js';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff::2', '2001:db8:0:0::/64'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['172.32.0.1', '172.32.0.1'],
  ['192.167.1.1', '192.167.1.1'],
  ['1.10.0.1', '1.10.0.1'],
  ['2001:db8:fc00:1::1', '2001:db8:fc00:1::/64'],
  ['fec0::1', 'fec0:0:0:0::/64'],
  ['', 'unknown'],
  ['not:an:address', 'unknown'],
])('%s counts as %s', (address, partition) => expect(partitionOf(address)).toBe(partition));

it.each([
  '127.0.0.1',
  '127.8.9.10',
  '::1',
  '::ffff:127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.1',
  '192.168.1.1',
  '169.254.1.1',
  '::ffff:10.0.0.1',
  'fd00::1',
  'fe80::1%eth0',
])('%j is not limited', (address) => expect(partitionOf(address)).toBeUndefined());
