import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What scrypt (RFC 7914) costs: 2^ln rounds over r blocks of 128 bytes, p times over. */
export interface Cost {
  ln: number;
  r: number;
  p: number;
}

/** One of those that OWASP's cheat sheet on storing passwords holds equal: 32 MB for a moment, where others take 128. */
export const COST: Cost = { ln: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A password as it is stored: a hash with all that it takes to compute it again. */
export interface PasswordHash {
  cost: Cost;
  salt: Buffer;
  hash: Buffer;
}

export async function hashPassword(password: string, cost = COST): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES);
  return { cost, salt, hash: await derive(password, salt, cost) };
}

/** Compared in constant time. */
export async function isOfPassword({ cost, salt, hash }: PasswordHash, password: string): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt, cost), hash);
}

/** `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, as the PHC string format has it: base64 without `=`. */
export function writeHash({ cost: { ln, r, p }, salt, hash }: PasswordHash): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${toBase64(salt)}$${toBase64(hash)}`;
}

/** @returns undefined for what is none, or would take more than a machine should be asked for */
export function readHash(text: string): PasswordHash | undefined {
  const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/.exec(text);
  if (!match) return undefined;
  const [, ln, r, p, salt = '', hash = ''] = match;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const isSound = cost.ln >= 1 && cost.ln <= 20 && cost.r >= 1 && cost.r <= 32 && cost.p >= 1 && cost.p <= 16;
  if (!isSound) return undefined;
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

const toBase64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  // What RFC 7914 needs (2, the table and the blocks), and a little more: Node's own limit is just below.
  const maxmem = 128 * r * (N + p) + 2 ** 20;
  return new Promise((resolve, reject) =>
    scrypt(password, salt, HASH_BYTES, { N, r, p, maxmem }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    ),
  );
}
