import * as v from 'valibot';
import { DIGEST_LENGTH, type Key, key as keySchema, keys as kind } from '../../schemas/entities/keys.js';
import { EVERY_SITE } from '../../schemas/roles.js';
import type { Log } from '../log.js';
import { LiveRecords, type Snapshot } from '../records/live_records.js';
import type { Listed, Records } from '../records/records.js';
import type { Caller } from './caller.js';
import { isSecret, newSecret, SECRET_LENGTH } from './secret.js';

/** A key as it is stored: with a digest of its secret, never the secret. */
export type KeyRecord = Key & { id: string; digest: string };

/** A revoked key goes on for so long on another collector at most. */
const REFRESH_MS = 5_000;
const TRUST_MS = 2 * REFRESH_MS;

const PREFIX = 'll_';

const storedKey = v.object({
  ...keySchema.entries,
  ...kind.hidden,
  digest: v.pipe(v.string(), v.length(DIGEST_LENGTH)),
});

/** Whether this is meant to be an API key of ours, and not the admin key. */
export const isApiKey = (token: string) =>
  token.startsWith(PREFIX) && token.length > PREFIX.length + SECRET_LENGTH + 1;

/** The secret API keys: `ll_<id>_<secret>`. Their ids tell them apart, so that each is looked up, not searched for. */
export class Keys extends LiveRecords<KeyRecord> {
  constructor(
    records: Pick<Records, 'all' | 'attach'>,
    snapshot: Snapshot<KeyRecord>,
    log: Log,
    now?: () => number,
  ) {
    super({ kind, read: readKey, refreshMs: REFRESH_MS, trustMs: TRUST_MS }, records, snapshot, log, now);
    records.attach(kind, { beforeCreate: (id, _data, { by }) => keyWithSecret(id, by) });
  }

  /**
   * Whose key this is; undefined for one that was never made, has expired or is revoked.
   *
   * @throws LeadlineError `store_down` where no keys are known at all
   */
  async callerOf(token: string): Promise<Caller | undefined> {
    const { id, secret } = partsOf(token);
    const known = await this.find(id);
    const isRight = isSecret(secret, known?.digest);
    if (!known || !isRight || (known.expires ?? Number.POSITIVE_INFINITY) <= Date.now()) return undefined;
    const grants = known.role === undefined ? (known.scopes ?? []) : [known.role];
    const sites = known.sites ?? [EVERY_SITE];
    return {
      by: `key:${id}`,
      keyId: id,
      access: sites.map((site) => ({ site, grants, people: 'all' })),
      owners: [],
    };
  }
}

/** A key keeps its secret through all changes; the whole key is told to whoever makes it, and never again. */
function keyWithSecret(id: string, madeBy: string) {
  const { secret, digest } = newSecret();
  return { hidden: { digest }, noted: { madeBy }, once: { key: `${PREFIX}${id}_${secret}` } };
}

/** An id may have the separator in it, a secret too; but a secret's length is known. */
function partsOf(token: string): { id: string; secret: string } {
  return { id: token.slice(PREFIX.length, -SECRET_LENGTH - 1), secret: token.slice(-SECRET_LENGTH) };
}

function readKey({ id, data, hidden }: Listed): KeyRecord | undefined {
  const result = v.safeParse(storedKey, { ...data, ...hidden });
  return result.success ? { ...result.output, id } : undefined;
}
