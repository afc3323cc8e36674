import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { DIGEST_LENGTH, type Key, key as keySchema, keys as kind } from '../../schemas/entities/keys.js';
import type { Log } from '../log.js';
import { LiveRecords, type Snapshot } from '../records/live_records.js';
import type { Listed, Records } from '../records/records.js';
import type { Caller } from './caller.js';

/** A key as it is stored: with a digest of its secret, never the secret. */
export type KeyRecord = Key & { id: string; digest: string };

/** A revoked key goes on for so long on another collector at most. */
const REFRESH_MS = 5_000;
const TRUST_MS = 2 * REFRESH_MS;

const PREFIX = 'll_';
const SECRET_BYTES = 32;
/** Of 32 bytes in base64url: of a secret as of its digest. */
const LENGTH = DIGEST_LENGTH;
const NO_DIGEST = 'A'.repeat(LENGTH);

const storedKey = v.object({
  ...keySchema.entries,
  ...kind.hidden,
  digest: v.pipe(v.string(), v.length(LENGTH)),
});

/** Whether this is meant to be an API key of ours, and not the admin key. */
export const isApiKey = (token: string) =>
  token.startsWith(PREFIX) && token.length > PREFIX.length + LENGTH + 1;

/** The secret API keys: `ll_<id>_<secret>`. Their ids tell them apart, so that each is looked up, not searched for. */
export class Keys extends LiveRecords<KeyRecord> {
  constructor(
    records: Pick<Records, 'all' | 'attach'>,
    snapshot: Snapshot<KeyRecord>,
    log: Log,
    now?: () => number,
  ) {
    super({ kind, read: readKey, refreshMs: REFRESH_MS, trustMs: TRUST_MS }, records, snapshot, log, now);
    records.attach(kind, { beforeCreate: newSecret });
  }

  /**
   * Whose key this is; undefined for one that was never made or is revoked.
   *
   * @throws LeadlineError `store_down` where no keys are known at all
   */
  async callerOf(token: string): Promise<Caller | undefined> {
    const { id, secret } = partsOf(token);
    const known = await this.find(id);
    // Compared whether or not there is such a key, so that the time it takes does not tell which ids there are.
    const isRight = timingSafeEqual(digestOf(secret), Buffer.from(known?.digest ?? NO_DIGEST, 'base64url'));
    return known && isRight ? { keyId: id, scopes: known.scopes, sites: known.sites } : undefined;
  }
}

/** A key keeps its secret through all changes; the whole key is told to whoever makes it, and never again. */
function newSecret(id: string) {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return {
    hidden: { digest: digestOf(secret).toString('base64url') },
    once: { key: `${PREFIX}${id}_${secret}` },
  };
}

/** An id may have the separator in it, a secret too; but a secret's length is known. */
function partsOf(token: string): { id: string; secret: string } {
  return { id: token.slice(PREFIX.length, -LENGTH - 1), secret: token.slice(-LENGTH) };
}

/**
 * A fast hash is right here: with 256 random bits there is nothing to guess from, where a slow one is for passwords that
 * people choose (NIST SP 800-63B, 5.1.2.2), and would cost each request what it costs the guesser.
 */
const digestOf = (secret: string) => createHash('sha256').update(secret).digest();

function readKey({ id, data, hidden }: Listed): KeyRecord | undefined {
  const result = v.safeParse(storedKey, { ...data, ...hidden });
  return result.success ? { ...result.output, id } : undefined;
}
