import type { Context, MiddlewareHandler } from 'hono';
import type { Accounts } from './access/accounts.js';
import type { Audit } from './access/audit.js';
import type { Auth } from './access/auth.js';
import type { Cookies } from './access/cookies.js';
import type { Keys } from './access/keys.js';
import type { Sessions } from './access/sessions.js';
import type { SignIn } from './access/sign_in.js';
import type { Users } from './access/users.js';
import type { Uses } from './access/uses.js';
import type { Assets } from './assets.js';
import type { ChangeFeed } from './changes/feed.js';
import type { Streams } from './changes/streams.js';
import type { AnswerError } from './errors.js';
import type { Imports } from './imports/imports.js';
import type { Intake } from './intake/intake.js';
import type { Sightings } from './intake/sightings.js';
import type { Jobs } from './jobs/jobs.js';
import type { StoredLinks } from './links/stored_links.js';
import type { Location } from './location/location.js';
import type { Log } from './log.js';
import type { Machine } from './machine/machine.js';
import type { Metrics } from './metrics.js';
import type { Orders } from './orders/orders.js';
import type { ByHand } from './people/by_hand.js';
import type { People } from './people/people.js';
import type { Queue } from './queue/queue.js';
import type { WriterStats } from './queue/writer.js';
import type { Records } from './records/records.js';
import type { Sites } from './records/sites.js';
import type { Store } from './store/store.js';

/** What works on one ClickHouse, before anything is served. */
export interface Parts {
  store: Store;
  records: Records;
  sites: Sites;
  keys: Keys;
  uses: Uses;
  orders: Orders;
  people: People;
}

/** What is another thing on one machine, at the edge and in a test. */
export interface Platform {
  adminKey: string;
  /** Keys sessions and person ids. */
  secret: string;
  /** Where this instance's own pages live. */
  ownOrigins: readonly string[];
  queue: Queue;
  /** What became of the queue's rows; absent where somebody else brings them to ClickHouse. */
  writer?: { stats(): Readonly<WriterStats> };
  /** Who this collector is, where no other one runs under the same name; else it is another one with each start. */
  holder?: string;
  machine: Machine;
  assets: Assets;
  /** What tells of changes. */
  changes: ChangeFeed;
  /** Whether no request may wait for what another one asked, as in a Worker. */
  isApart?: boolean;
  /** Whether a request comes from this very machine, and not through it. */
  isLocal: (c: Context) => boolean;
  /** Where the browser of a request is. */
  locate: (c: Context) => Location | Promise<Location>;
  /** Who a request comes from, as far as the network says. */
  addressOf: (c: Context) => string;
  /** Packs answers, where nobody before the collector does. */
  packing?: MiddlewareHandler;
  log: Log;
}

/** What the routes stand on; `assemble.ts` puts it together. */
export interface Services extends Parts, Omit<Platform, 'adminKey'> {
  auth: Auth;
  cookies: Cookies;
  signIn: SignIn;
  accounts: Accounts;
  users: Users;
  sessions: Sessions;
  audit: Audit;
  /** Notes what a collector that was killed had no time to. */
  noteMissing(now?: number): Promise<number>;
  jobs: Jobs;
  intake: Intake;
  byHand: ByHand;
  imports: Imports;
  storedLinks: StoredLinks;
  /** Those that a new stream joins. */
  streams(): Streams;
  sightings: Sightings;
  /** When this was put together, in UTC milliseconds. */
  startedAt: number;
  metrics: Metrics;
  answerError: AnswerError;
}
