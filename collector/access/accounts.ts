import * as v from 'valibot';
import { emailAddress, language, personName } from '../../schemas/entities/access.js';
import { sites as sitesKind } from '../../schemas/entities/sites.js';
import { users as usersKind } from '../../schemas/entities/users.js';
import { EVERY_SITE } from '../../schemas/roles.js';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';
import { invalid } from '../records/check.js';
import type { Records } from '../records/records.js';
import type { Sites } from '../records/sites.js';
import { type Invitations, joinedAccess, type Valid } from './invitations.js';
import type { Keys } from './keys.js';
import { readPassword } from './password_rules.js';
import type { Passwords } from './passwords.js';
import { type Reach, reaches, reachOf } from './reach.js';
import type { Sessions } from './sessions.js';
import { newEpoch, placeOf, type UserRecord, type Users } from './users.js';

interface Parts {
  records: Records;
  sites: Sites;
  keys: Pick<Keys, 'find'>;
  users: Users;
  sessions: Sessions;
  invitations: Invitations;
  passwords: Passwords;
}

const setupInput = v.object({
  name: personName,
  email: emailAddress,
  language: v.optional(language),
  site: v.optional(v.looseObject({ id: v.pipe(v.string(), v.regex(/^(?!\.+$)[\w.-]{1,64}$/)) })),
});
const acceptInput = v.object({ name: v.optional(personName), language: v.optional(language) });
const profileInput = v.strictObject({
  name: v.optional(personName),
  language: v.optional(language),
  password: v.optional(v.string()),
  currentPassword: v.optional(v.string()),
});

/** How people come by an account, and what they do with their own. */
export class Accounts {
  constructor(private readonly parts: Parts) {}

  /**
   * The first owner, and the first site. Asked by who has the admin key.
   *
   * @throws LeadlineError `setup_done`, `entity_invalid`
   */
  async setUp(input: unknown): Promise<UserRecord> {
    const { records, users, passwords } = this.parts;
    if (await users.isAnybody())
      throw new LeadlineError('setup_done', 'There are accounts already: sign in, or ask for an invitation.');
    const { site, ...person } = read(setupInput, input);
    const password = await passwords.hash(readPassword(passwordOf(input), person));
    if (site) await this.#makeSite(site);
    const access = [{ site: EVERY_SITE, roles: ['owner'], people: 'all' }];
    const { record } = await records.create(
      usersKind,
      '',
      { ...person, access },
      { by: 'owner' },
      { hidden: { password, epoch: newEpoch() } },
    );
    return this.#user(record.id);
  }

  /** A site that stands there already, as when this is tried once more, stays as it is. */
  async #makeSite({ id, ...fields }: { id: string }): Promise<void> {
    const place = { kind: sitesKind, site: '', id };
    await this.parts.records.put(place, fields, { by: 'owner' }).catch((error) => {
      if (!(error instanceof LeadlineError)) throw error;
      if (error.code === 'precondition_required') return;
      const details = error.details?.map((detail) => ({ ...detail, path: `site.${detail.path}` }));
      throw details ? invalid(`site: ${error.message}`, details) : error;
    });
  }

  /** What an invitation says to whoever has it. @throws LeadlineError see `Invitations.find` */
  async invitation(token: unknown) {
    const { sites, users, invitations } = this.parts;
    const valid = await invitations.find(token);
    await this.#requireMaker(valid);
    const { data } = valid;
    const account =
      data.user === undefined ? await users.byEmail(data.email ?? '') : await users.byId(data.user);
    // Of an account that they may not know, whoever made the invitation learns nothing by opening it.
    const known = data.user === undefined ? data : account;
    const access = await Promise.all(
      (await this.#present(data.access)).map(async (entry) => ({
        ...entry,
        name: entry.site === EVERY_SITE ? EVERY_SITE : ((await sites.find(entry.site))?.name ?? entry.site),
      })),
    );
    return {
      email: account?.email ?? data.email,
      name: known?.name ?? '',
      language: known?.language ?? null,
      hasAccount: account?.password !== undefined,
      isReset: data.user !== undefined,
      access,
      // None where it is all.
      sites: access.filter(({ site }) => site !== EVERY_SITE).map(({ name }) => name),
      expires: data.expires,
    };
  }

  /**
   * @param signIn proves that whoever has the link to an account that there is knows its password
   * @throws LeadlineError `entity_invalid`, what `Invitations.find` throws, and what `signIn` throws
   */
  async accept(
    input: unknown,
    signIn: (email: string, password: unknown) => Promise<UserRecord>,
  ): Promise<UserRecord> {
    const { records, users, invitations, passwords } = this.parts;
    const valid = await invitations.find(Object(input).token);
    const reach = await this.#requireMaker(valid);
    const { data } = valid;
    const given = read(acceptInput, input);
    if (data.user !== undefined) {
      const user = await this.#user(data.user);
      const password = await passwords.hash(readPassword(passwordOf(input), user));
      return this.#once(valid, () => this.#setPassword(user, password, `user:${user.id}`));
    }
    const email = data.email ?? '';
    const access = await this.#present(data.access);
    const account = await users.byEmail(email);
    if (account) {
      const { id } = account;
      const join = () =>
        records.revise(placeOf(id), { by: data.madeBy }, ({ data }) => ({
          data: { ...data, access: joinedAccess(data.access as typeof access, access) },
        }));
      if (account.password !== undefined) {
        await signIn(email, passwordOf(input));
        return this.#once(valid, () => join().then(() => this.#user(id)));
      }
      // Made by an owner, and never signed in yet. Who reaches less than that account is not to have it.
      if (!reaches(reach, account.access))
        throw new LeadlineError(
          'invitation_unknown',
          'This account waits for a link of an owner of all its sites: ask for one.',
        );
      const password = await passwords.hash(readPassword(passwordOf(input), account));
      return this.#once(valid, () => join().then(() => this.#setPassword(account, password, `user:${id}`)));
    }
    const name = given.name ?? data.name;
    if (name === undefined) throw invalid('name is missing.', [{ path: 'name', rule: 'missing' }]);
    const chosen = given.language ?? data.language;
    const person = { email, name, ...(chosen && { language: chosen }) };
    const password = await passwords.hash(readPassword(passwordOf(input), person));
    return this.#once(valid, async () => {
      const made = { hidden: { password, epoch: newEpoch() } };
      const { record } = await records.create(
        usersKind,
        '',
        { ...person, access },
        { by: data.madeBy },
        made,
      );
      return this.#user(record.id);
    });
  }

  /**
   * What a user changes of themselves.
   *
   * @throws LeadlineError `entity_invalid`, `credentials_wrong`
   */
  async change(
    id: string,
    input: unknown,
    signIn: (email: string, password: unknown) => Promise<UserRecord>,
  ): Promise<{ user: UserRecord; hasNewPassword: boolean }> {
    const { records, passwords } = this.parts;
    const { password, currentPassword, ...fields } = read(profileInput, input);
    const user = await this.#user(id);
    const by = `user:${id}`;
    const chosen =
      password === undefined
        ? undefined
        : readPassword(password, { email: user.email, name: fields.name ?? user.name });
    if (chosen !== undefined) await signIn(user.email, currentPassword);
    if (Object.keys(fields).length > 0)
      await records.revise(placeOf(id), { by }, ({ data }) => ({ data: { ...data, ...fields } }));
    if (chosen !== undefined) await this.#setPassword(user, await passwords.hash(chosen), by);
    return { user: await this.#user(id), hasNewPassword: chosen !== undefined };
  }

  /** Ends all sessions of a user, those under way of being made too. */
  async signOutEverywhere(id: string): Promise<void> {
    await this.parts.records.revise(placeOf(id), { by: `user:${id}` }, ({ hidden }) => ({
      hidden: { ...hidden, epoch: Number(hidden.epoch ?? 0) + 1 },
    }));
    await this.parts.sessions.endAll(id, `user:${id}`);
  }

  async #setPassword({ id }: UserRecord, password: string, by: string): Promise<UserRecord> {
    await this.parts.records.revise(placeOf(id), { by }, ({ hidden }) => ({
      hidden: { ...hidden, password, epoch: Number(hidden.epoch ?? 0) + 1 },
    }));
    await this.parts.sessions.endAll(id, by);
    return this.#user(id);
  }

  /** What the one does who gets there first. */
  async #once(valid: Valid, then: () => Promise<UserRecord>): Promise<UserRecord> {
    const { invitations } = this.parts;
    await invitations.accept(valid);
    return then().catch(async (error) => {
      await invitations.reopen(valid).catch(() => undefined);
      throw error;
    });
  }

  /**
   * Somebody who has left, or may no longer let others in, lets nobody in later.
   *
   * @returns how far they reach now
   */
  async #requireMaker({ data }: Valid): Promise<Reach> {
    const reach = await reachOf(data.madeBy, this.parts.users, this.parts.keys);
    const places = data.user === undefined ? data.access : [{ site: EVERY_SITE }];
    if (reach.includes(EVERY_SITE) || reaches(reach, places)) return reach;
    throw new LeadlineError(
      'invitation_unknown',
      'Whoever made this invitation may no longer let anybody in: ask for a new one.',
    );
  }

  /** Sites may have gone since. */
  async #present<Entry extends { site: string }>(access: readonly Entry[]): Promise<Entry[]> {
    const known = await Promise.all(
      access.map(
        async ({ site }) => site === EVERY_SITE || (await this.parts.sites.find(site)) !== undefined,
      ),
    );
    return access.filter((_, at) => known[at]);
  }

  async #user(id: string): Promise<UserRecord> {
    const user = await this.parts.users.byId(id);
    if (user) return user;
    throw new LeadlineError('sign_in_required', 'There is no such account any more.');
  }
}

const passwordOf = (input: unknown): unknown => Object(input).password;

function read<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw invalid(`${explain(result.issues)}.`, detailsOf(result.issues));
}
