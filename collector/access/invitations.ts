import type { AccessList } from '../../schemas/entities/access.js';
import { type Invitation, invitations as kind } from '../../schemas/entities/invitations.js';
import { type Role, roles } from '../../schemas/roles.js';
import { LeadlineError } from '../errors.js';
import type { Records } from '../records/records.js';
import type { RecordVersion } from '../records/versions.js';
import { isSecret, newSecret, partsOf, withId } from './secret.js';

const INVITATION_MS = 7 * 86_400_000;
/** Of a link for a password: who has it, has the account. */
const RESET_MS = 86_400_000;

/** An invitation that may still be accepted. */
export interface Valid {
  record: RecordVersion;
  data: Invitation & { madeBy: string; expires: number };
}

/** Links by which somebody gets an account, or a new password. The secret stands behind the #, where no log sees it. */
export class Invitations {
  constructor(
    private readonly records: Records,
    address: () => string,
    private readonly now: () => number = () => Date.now(),
  ) {
    records.attach(kind, {
      beforeCreate: (id, data, { by }) => {
        const { secret, digest } = newSecret();
        const expires = now() + (data.user === undefined ? INVITATION_MS : RESET_MS);
        return {
          hidden: { digest },
          noted: { madeBy: by, expires },
          once: { url: `${address()}/#/invitation/${withId(id, secret)}` },
        };
      },
    });
  }

  /** @throws LeadlineError `invitation_unknown`, `invitation_used`, `invitation_expired` */
  async find(token: unknown): Promise<Valid> {
    const { id, secret } = partsOf(typeof token === 'string' ? token : '');
    const record = await this.records.get({ kind, site: '', id }).catch((error) => {
      if (error instanceof LeadlineError && /^entity_/.test(error.code)) return undefined;
      throw error;
    });
    if (!isSecret(secret, (record?.hidden as { digest?: string } | undefined)?.digest) || !record)
      throw new LeadlineError(
        'invitation_unknown',
        'There is no such invitation, or no more: ask for a new one.',
      );
    const data = record.data as Valid['data'] & { acceptedAt?: number };
    if (data.acceptedAt !== undefined)
      throw new LeadlineError(
        'invitation_used',
        'This link was used already: sign in, or ask for a new one.',
      );
    if (data.expires <= this.now())
      throw new LeadlineError('invitation_expired', 'This link has run out: ask for a new one.');
    return { record, data };
  }

  /**
   * Of those who accept one at the same time, one does.
   *
   * @throws LeadlineError `invitation_used`
   */
  async accept({ record }: Valid): Promise<void> {
    await this.#mark(record, this.now(), record.version).catch((error) => {
      if (!(error instanceof LeadlineError && error.code === 'version_conflict')) throw error;
      throw new LeadlineError(
        'invitation_used',
        'This link was used already: sign in, or ask for a new one.',
      );
    });
  }

  /** What came of it failed: it may be accepted still. */
  async reopen({ record }: Valid): Promise<void> {
    await this.#mark(record, undefined, 'any');
  }

  async #mark({ id }: RecordVersion, acceptedAt: number | undefined, expected: number | 'any') {
    await this.records.revise({ kind, site: '', id }, { by: 'leadline', expected }, ({ data }) => {
      const { acceptedAt: _, ...rest } = data;
      return { data: acceptedAt === undefined ? rest : { ...rest, acceptedAt } };
    });
  }
}

/** What somebody has, and what they are invited to, as one: the wider of each. */
export function joinedAccess(present: AccessList, added: AccessList): AccessList {
  const joined = new Map(present.map((entry) => [entry.site, entry]));
  for (const entry of added) {
    const known = joined.get(entry.site);
    const has = (role: Role) => entry.roles.includes(role) || known?.roles.includes(role);
    const people = known?.people === 'all' ? 'all' : entry.people;
    joined.set(entry.site, { ...entry, roles: roles.filter(has), people });
  }
  return [...joined.values()];
}
