import { randomInt } from 'node:crypto';
import { invitations as invitationsKind } from '../../schemas/entities/invitations.js';
import { users as kind, type User } from '../../schemas/entities/users.js';
import { namesOfUsers } from '../../schemas/gen/queries/names_of_users.js';
import { usersSeen } from '../../schemas/gen/queries/users_seen.js';
import { EVERY_SITE } from '../../schemas/roles.js';
import { LeadlineError } from '../errors.js';
import type { Listed, Records } from '../records/records.js';
import type { Place, RecordVersion } from '../records/versions.js';
import type { Store } from '../store/store.js';
import type { Sessions } from './sessions.js';

/** A user as the collector knows them. */
export interface UserRecord extends User {
  id: string;
  password: string | undefined;
  epoch: number;
}

/** What ends all sessions is counted on from here; at random, so that none of an earlier life of the user counts again. */
export const newEpoch = () => randomInt(2 ** 47);

export const placeOf = (id: string): Place => ({ kind, site: '', id });

const USERS_MAX = 1_000;

/** Those who have an account. */
export class Users {
  #isAnybody = false;

  constructor(
    private readonly records: Records,
    private readonly store: Pick<Store, 'query'>,
    sessions: Sessions,
  ) {
    records.attach(kind, {
      beforeCreate: () => ({ hidden: { epoch: newEpoch() } }),
      requireTogether: (place, next, before) => this.#requireOwner(place, next, before),
      changed: async ({ id, deleted }, { by }, before) => {
        if (!deleted) return;
        await sessions.endAll(id, by).catch(() => undefined);
        await this.#withdraw(String(before?.data.email ?? ''), id, by).catch(() => undefined);
      },
      told: async (_site, users) => {
        const seen = await store.query(usersSeen, { users: users.map(({ id }) => id) });
        return new Map(seen.map(({ user, used_at }) => [user, { lastUsedAt: used_at }]));
      },
    });
  }

  /** Whoever is removed does not come back by an older invitation. */
  async #withdraw(email: string, user: string, by: string): Promise<void> {
    const kind = invitationsKind;
    const { records } = await this.records.page(kind, '', { search: email, limit: USERS_MAX });
    const own = await this.records.page(kind, '', { references: { user }, limit: USERS_MAX });
    for (const { id, data } of [...records.filter(({ data }) => data.email === email), ...own.records])
      if (data.acceptedAt === undefined)
        await this.records.delete({ kind, site: '', id }, { by, expected: 'any' });
  }

  /** Whether anybody has an account yet. */
  async isAnybody(): Promise<boolean> {
    this.#isAnybody ||= (await this.records.page(kind, '', { limit: 1 })).records.length > 0;
    return this.#isAnybody;
  }

  /** What those who did something (`user:<id>`) are called, also when they have left since. */
  async names(bys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(bys)].flatMap((by) => /^user:(.+)$/.exec(by)?.[1] ?? []);
    if (ids.length === 0) return new Map();
    const rows = await this.store.query(namesOfUsers, { ids });
    return new Map(rows.map(({ id, name }) => [`user:${id}`, name]));
  }

  /** @param email as `emailAddress` writes it */
  async byEmail(email: string): Promise<UserRecord | undefined> {
    const { records } = await this.records.page(kind, '', { references: { email }, limit: 1 });
    return records[0] && readUser(records[0]);
  }

  async byId(id: string): Promise<UserRecord | undefined> {
    try {
      return readUser(await this.records.get(placeOf(id)));
    } catch (error) {
      if (error instanceof LeadlineError && error.code === 'entity_unknown') return undefined;
      throw error;
    }
  }

  /**
   * Nobody but the bearer of the admin key could let anybody in any more.
   *
   * @throws LeadlineError `last_owner`
   */
  async #requireOwner(
    { id }: Place,
    next: Pick<RecordVersion, 'data' | 'deleted'>,
    before: RecordVersion | undefined,
  ): Promise<void> {
    if (!before || !isOwner(before) || (!next.deleted && isOwner(next))) return;
    const { records } = await this.records.page(kind, '', {
      references: { access: EVERY_SITE },
      limit: USERS_MAX,
    });
    // Who has no password yet lets nobody in.
    const canSignIn = ({ hidden }: Listed) => typeof hidden.password === 'string';
    if (records.some((other) => other.id !== id && isOwner(other) && canSignIn(other))) return;
    throw new LeadlineError(
      'last_owner',
      'This is the last owner of all sites: make somebody else an owner of all sites first.',
    );
  }
}

const isOwner = ({ data }: Pick<RecordVersion, 'data'>) =>
  (data as Partial<User>).access?.some(({ site, roles }) => site === EVERY_SITE && roles.includes('owner')) ??
  false;

function readUser({ id, data, hidden }: Pick<Listed, 'id' | 'data' | 'hidden'>): UserRecord {
  const { password, epoch = 0 } = hidden as { password?: string; epoch?: number };
  return { ...(data as User), id, password, epoch };
}
