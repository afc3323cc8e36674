import { createHmac } from 'node:crypto';
import { nanoid } from 'nanoid';
import { keys as keysKind } from '../../schemas/entities/keys.js';
import { signInFailures } from '../../schemas/gen/queries/sign_in_failures.js';
import type { Queue } from '../queue/queue.js';
import type { Records } from '../records/records.js';
import type { Sites } from '../records/sites.js';
import type { Store } from '../store/store.js';
import { Accounts } from './accounts.js';
import { Audit } from './audit.js';
import { Auth, type Origin } from './auth.js';
import { Cookies } from './cookies.js';
import { Invitations } from './invitations.js';
import type { Keys } from './keys.js';
import { Passwords } from './passwords.js';
import { watchingRecords } from './record_audit.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign_in.js';
import { type CountFailures, SignInGuard } from './sign_in_guard.js';
import { noteUnaudited } from './unaudited.js';
import { Users } from './users.js';
import type { Uses } from './uses.js';

interface Parts {
  store: Store;
  records: Records;
  sites: Sites;
  keys: Keys;
  uses: Uses;
}

interface Instance extends Origin {
  adminKey: string;
  secret: string;
  ownOrigins: readonly string[];
  queue: Queue;
}

/** Who is who, who may what, and what they did. */
export function accessServices(
  { store, records, sites, keys, uses }: Parts,
  { adminKey, secret, ownOrigins, queue, addressOf, locate }: Instance,
) {
  const audit = new Audit({ append: appendingTo(queue, store) }, secret);
  const watcher = watchingRecords(audit);
  records.watch(watcher);
  const adminEpoch = createHmac('sha256', secret).update('admin key').update(adminKey).digest('base64url');
  const sessions = new Sessions(records, store, uses, adminEpoch);
  records.attach(keysKind, { told: (_site, keys) => uses.told('keys', keys) });
  const users = new Users(records, store, sessions);
  const invitations = new Invitations(records, () => ownOrigins[0] ?? '');
  const passwords = new Passwords();
  const cookies = new Cookies(ownOrigins);
  const origin = { addressOf, locate };
  const auth = new Auth(adminKey, keys, sessions, uses, cookies, origin);
  const guard = new SignInGuard(secret, failuresIn(store));
  const accounts = new Accounts({ records, sites, keys, users, sessions, invitations, passwords });
  const signIn = new SignIn({ auth, users, sessions, passwords, guard, audit, cookies, origin });
  const noteMissing = (now?: number) => noteUnaudited(store, records, watcher, now);
  return { audit, noteMissing, auth, cookies, accounts, signIn, users, sessions };
}

/** Where the queue has no room, the few rows of an audit go to ClickHouse at once: what was done is not to be undone. */
const appendingTo =
  (queue: Pick<Queue, 'append'>, store: Pick<Store, 'insert'>): Queue['append'] =>
  async (rows) => {
    try {
      await queue.append(rows);
    } catch {
      const token = nanoid();
      for (const table of new Set(rows.map((row) => row.table))) {
        const lines = rows.filter((row) => row.table === table).map(({ json }) => json);
        await store.insert(table, lines, `${token}:${table}`);
      }
    }
  };

/** Sign-ins that failed, by whichever collector they were refused: the audit has them, an address as its hash of the day. */
const failuresIn =
  (store: Pick<Store, 'query'>): CountFailures =>
  async (account, place, since, until) => {
    const params = { account, origins: [place], since, until };
    const [row] = await store.query(signInFailures, params);
    return {
      ofAccount: row?.of_account ?? 0,
      ofAccountHere: row?.of_account_from_origin ?? 0,
      ofOrigin: row?.from_origin ?? 0,
    };
  };
