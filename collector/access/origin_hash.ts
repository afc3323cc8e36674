import { createHmac } from 'node:crypto';
import { partitionOf } from '../location/partition.js';

const DAY_MS = 86_400_000;

/**
 * What tells the acts of one address from those of others, for a UTC day: a hash of day and address (of IPv6 its /64), 22
 * characters. Without the secret nobody finds the address; from day to day nobody follows it.
 */
export const originHash = (secret: string, address: string, at: number): string =>
  dailyHash(secret, 'audit origin', address, at);

/** Like {@link originHash}, for something else: what has to do with one and with the other cannot be brought together. */
export function dailyHash(secret: string, purpose: string, address: string, at: number): string {
  const day = Math.floor(at / DAY_MS);
  return createHmac('sha256', secret)
    .update(`${purpose}\0${day}\0${partitionOf(address) ?? address}`)
    .digest('base64url')
    .slice(0, 22);
}
