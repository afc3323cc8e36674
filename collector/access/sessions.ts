import * as v from 'valibot';
import { sessions as kind } from '../../schemas/entities/sessions.js';
import { type User, user as userSchema } from '../../schemas/entities/users.js';
import { session as sessionStatement } from '../../schemas/gen/queries/session.js';
import { LeadlineError } from '../errors.js';
import type { Records } from '../records/records.js';
import type { Store } from '../store/store.js';
import { type Caller, OWNER } from './caller.js';
import { isSecret, newSecret, partsOf, withId } from './secret.js';
import type { Uses } from './uses.js';

/** However much it is used, a session ends after 30 days; unused, after 7 (OWASP, session management: both are needed). */
export const SESSION_MS = 30 * 86_400_000;
const IDLE_MS = 7 * 86_400_000;
/** An ended session is left in the list for a while: a clock that jumps must not take away those that go on. */
const KEPT_MS = 7 * 86_400_000;

/** The browser that signs in, as its request tells of it. */
export interface Browser {
  device: string;
  browser: string;
  os: string;
  country: string;
  region: string;
}

/** Whose session it is: a user's, as they are at that moment, or the admin key's. */
export interface Holder {
  /** Empty for the admin key. */
  user: string;
  epoch: number | string;
}

/** What matters of them here, as they are stored. */
const storedSession = v.object({
  user: v.string(),
  createdAt: v.number(),
  expires: v.number(),
  digest: v.string(),
  epoch: v.union([v.number(), v.string()]),
});
const storedUser = v.object({ ...userSchema.entries, epoch: v.optional(v.number(), 0) });

/** Browsers that are signed in. Each request reads its session anew, so that one that is ended ends at once everywhere. */
export class Sessions {
  constructor(
    private readonly records: Records,
    private readonly store: Pick<Store, 'query'>,
    private readonly uses: Uses,
    /** What tells this admin key from another one: a changed key ends its sessions. */
    private readonly adminEpoch: string,
    private readonly now: () => number = () => Date.now(),
  ) {
    records.attach(kind, { told: (_site, sessions) => uses.told('sessions', sessions) });
  }

  get ofAdminKey(): Holder {
    return { user: '', epoch: this.adminEpoch };
  }

  /** @returns the cookie's value, told to the browser alone, and the session's id */
  async begin(
    { user, epoch }: Holder,
    browser: Browser,
    address: string,
  ): Promise<{ cookie: string; id: string }> {
    const { secret, digest } = newSecret();
    const createdAt = this.now();
    const { record } = await this.records.create(
      kind,
      '',
      { user },
      { by: user === '' ? OWNER.by : `user:${user}`, address, country: browser.country },
      { noted: { ...browser, createdAt, expires: createdAt + SESSION_MS }, hidden: { digest, epoch } },
    );
    this.uses.note('sessions', record.id);
    return { cookie: withId(record.id, secret), id: record.id };
  }

  /** Who is signed in by this cookie; undefined for nobody, or nobody any more. */
  async callerOf(cookie: string): Promise<Caller | undefined> {
    const { id, secret } = partsOf(cookie);
    if (id === '') return undefined;
    const [row] = await this.store.query(sessionStatement, { session: id });
    const read = v.safeParse(storedSession, { ...row?.session_data, ...row?.session_hidden });
    const isRight = isSecret(secret, read.success ? read.output.digest : undefined);
    if (!row || !isRight || !read.success) return undefined;
    const { createdAt, expires, user, epoch } = read.output;
    const now = this.now();
    if (now >= expires || now >= Math.max(row.last_used_at, createdAt) + IDLE_MS) return undefined;
    const caller = this.#holderOf(user, epoch, row);
    if (caller) this.uses.note('sessions', id);
    return caller && { ...caller, sessionId: id };
  }

  #holderOf(id: string, epoch: unknown, row: { user_data: object; user_hidden: object }): Caller | undefined {
    if (id === '') return epoch === this.adminEpoch ? OWNER : undefined;
    const user = v.safeParse(storedUser, { ...row.user_data, ...row.user_hidden });
    return user.success && user.output.epoch === epoch ? callerOfUser(id, user.output) : undefined;
  }

  async end(id: string, by: string): Promise<void> {
    try {
      await this.records.delete({ kind, site: '', id }, { by, expected: 'any' });
    } catch (error) {
      // It was ended already.
      if (!(error instanceof LeadlineError && error.code === 'entity_unknown')) throw error;
    }
  }

  /** Ends the sessions of a user, or of the admin key, but for one. */
  async endAll(user: string, by: string, but?: string): Promise<void> {
    for (const { id } of await this.#of(user)) if (id !== but) await this.end(id, by);
  }

  /** Takes those from the list that ended long ago. */
  async forget(user: string): Promise<void> {
    for (const { id, data } of await this.#of(user))
      if (Number(data.expires) + KEPT_MS < this.now()) await this.end(id, 'leadline');
  }

  async #of(user: string) {
    const { records } = await this.records.page(kind, '', { references: { user }, limit: 1_000 });
    return records;
  }
}

/** What a user is let in to. */
export function callerOfUser(id: string, { email, access }: Pick<User, 'email' | 'access'>): Caller {
  return {
    by: `user:${id}`,
    userId: id,
    access: access.map(({ site, roles, people }) => ({ site, grants: roles, people })),
    owners: [id, email],
  };
}
