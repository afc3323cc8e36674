import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { DIGEST_LENGTH } from '../../schemas/entities/keys.js';

const BYTES = 32;
/** Of 32 bytes in base64url: of a secret as of its digest. */
export const SECRET_LENGTH = DIGEST_LENGTH;
const NO_DIGEST = 'A'.repeat(SECRET_LENGTH);

/**
 * A fast hash is right here: with 256 random bits there is nothing to guess from, where a slow one is for passwords that
 * people choose (NIST SP 800-63B, 5.1.2.2), and would cost each request what it costs the guesser.
 */
const digestOf = (secret: string) => createHash('sha256').update(secret).digest();

/** A secret that is handed out, and the digest by which it is known again. */
export function newSecret(): { secret: string; digest: string } {
  const secret = randomBytes(BYTES).toString('base64url');
  return { secret, digest: digestOf(secret).toString('base64url') };
}

/** Compared whether or not there is anything to compare with, so that the time it takes does not tell. */
export function isSecret(secret: string, digest: string | undefined): boolean {
  const known = Buffer.from(digest ?? NO_DIGEST, 'base64url');
  return timingSafeEqual(digestOf(secret), known) && digest !== undefined;
}

/** `<id>.<secret>`, as cookies and links carry them. */
export const withId = (id: string, secret: string) => `${id}.${secret}`;

/** The parts of one; an id may have dots in it, a secret has none. */
export function partsOf(token: string): { id: string; secret: string } {
  return { id: token.slice(0, -SECRET_LENGTH - 1), secret: token.slice(-SECRET_LENGTH) };
}
