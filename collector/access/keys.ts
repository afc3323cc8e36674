import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { type Key, key as keySchema } from '../../schemas/entities/key.js';
import type { Log } from '../log.js';
import { LiveRecords, type Snapshot } from '../records/live_records.js';
import type { Entities, EntityRecord } from '../records/records.js';
import type { Caller } from './caller.js';

/** A key as it is stored: with a digest of its secret, never the secret. */
export type KeyRecord = Key & { id: string; digest: string };

/** A revoked key goes on for so long on another collector at most. */
const REFRESH_MS = 5_000;
const TRUST_MS = 2 * REFRESH_MS;

const PREFIX = 'll_';
const SECRET_BYTES = 32;
/** Of 32 bytes in base64url: of a secret as of its digest. */
const LENGTH = 43;
const NO_DIGEST = 'A'.repeat(LENGTH);

const storedKey = v.object({ ...keySchema.entries, digest: v.pipe(v.string(), v.length(LENGTH)) });

/** Whether this is meant to be an API key of ours, and not the admin key. */
export const isApiKey = (token: string) =>
  token.startsWith(PREFIX) && token.length > PREFIX.length + LENGTH + 1;

/** The secret API keys: `ll_<id>_<secret>`. Their ids tell them apart, so that each is looked up, not searched for. */
export class Keys extends LiveRecords<KeyRecord> {
  constructor(
    private readonly records: Pick<Entities, 'list' | 'put'>,
    snapshot: Snapshot<KeyRecord>,
    log: Log,
    now?: () => number,
  ) {
    super(
      { kind: 'keys', read: readKey, refreshMs: REFRESH_MS, trustMs: TRUST_MS },
      records,
      snapshot,
      log,
      now,
    );
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

  /**
   * Makes a key, or changes what one may do; its secret stays.
   *
   * @param before the key as it is, if it is there
   * @returns the record, and for a new key the whole key, which nobody can tell a second time
   * @throws LeadlineError `entity_invalid`
   */
  async put(
    id: string,
    input: unknown,
    before: EntityRecord | undefined,
  ): Promise<{ record: EntityRecord; key: string | undefined }> {
    const secret = before ? undefined : randomBytes(SECRET_BYTES).toString('base64url');
    const digest = secret === undefined ? before?.data.digest : digestOf(secret).toString('base64url');
    const record = await this.records.put('keys', id, input, { digest });
    return { record, key: secret && `${PREFIX}${id}_${secret}` };
  }
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

function readKey({ id, data }: EntityRecord): KeyRecord | undefined {
  const result = v.safeParse(storedKey, data);
  return result.success ? { ...result.output, id } : undefined;
}
