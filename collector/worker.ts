/** The entry for Cloudflare Workers: the same app, with a Queue as producer and consumer. */

import { createClient } from '@clickhouse/client-web';
import type {
  ExecutionContext,
  Fetcher,
  KVNamespace,
  MessageBatch,
  Queue,
  RateLimit,
  ScheduledController,
} from '@cloudflare/workers-types';
import type { Context, Hono } from 'hono';
import type { EntityKind } from '../schemas/entities.js';
import { assemble, openParts } from './assemble.js';
import { withHeaders } from './assets.js';
import { tablesThatMatter } from './changes/audience.js';
import { PolledChanges } from './changes/polled.js';
import { ConfigError, readClickHouse, readEventsPerMinute } from './config.js';
import { nameOf } from './errors.js';
import type { Jobs } from './jobs/jobs.js';
import { BindingLimiter } from './limits/cloudflare.js';
import { Limits } from './limits/limits.js';
import { cloudflareLocation } from './location/cloudflare.js';
import { log } from './log.js';
import { CloudflareQueue, consume, type Message } from './queue/cloudflare.js';
import type { Snapshot } from './records/live_records.js';
import type { Parts } from './services.js';
import { clientOptions } from './store/client_options.js';
import { Store } from './store/store.js';

/** Bindings, variables and secrets, as `wrangler.toml` names them. */
interface Env {
  QUEUE: Queue<Message>;
  /** The last known sites and keys, for when ClickHouse is away. */
  CONFIG: KVNamespace;
  ASSETS: Fetcher;
  /** What the isolates of a location count together; without them, each counts for itself. */
  LIMIT_ADDRESS?: RateLimit;
  LIMIT_KEY?: RateLimit;
  LEADLINE_PUBLIC_URL: string;
  LEADLINE_SECRET: string;
  LEADLINE_ADMIN_KEY: string;
  CLICKHOUSE_URL: string;
  CLICKHOUSE_USER?: string;
  CLICKHOUSE_PASSWORD?: string;
  CLICKHOUSE_DATABASE?: string;
  LEADLINE_EVENTS_PER_MINUTE_ADDRESS?: string;
  LEADLINE_EVENTS_PER_MINUTE_KEY?: string;
}

/**
 * How long Cloudflare waits at most before it brings a message again: with the hundred tries of wrangler.toml, an outage
 * may last two days.
 */
const RETRY_SECONDS_MAX = 1_800;

/** Seldom: each stream asks for itself. */
const POLL_MS = 2_000;

/** Of background work at a time: the next minute begins anew. */
const JOBS_MS = 25_000;

/** One instance for the life of an isolate: its environment never changes. */
let instance: Instance | undefined;

type Instance = Parts & { app: Hono; jobs: Jobs };

function instanceOf(env: Env): Instance {
  instance ??= putTogether(env);
  return instance;
}

function putTogether(env: Env): Instance {
  for (const name of [
    'LEADLINE_PUBLIC_URL',
    'LEADLINE_SECRET',
    'LEADLINE_ADMIN_KEY',
    'CLICKHOUSE_URL',
  ] as const) {
    if (!env[name])
      throw new ConfigError(`${name} is not set: see wrangler.toml for the variables and secrets.`);
  }
  const clickhouse = readClickHouse({
    CLICKHOUSE_URL: env.CLICKHOUSE_URL,
    CLICKHOUSE_USER: env.CLICKHOUSE_USER,
    CLICKHOUSE_PASSWORD: env.CLICKHOUSE_PASSWORD,
    CLICKHOUSE_DATABASE: env.CLICKHOUSE_DATABASE,
  });
  const store = new Store(createClient(clientOptions(clickhouse)));
  const parts = openParts(store, (kind) => kvSnapshot(env.CONFIG, kind), log);
  const { app, jobs } = assemble(parts, {
    adminKey: env.LEADLINE_ADMIN_KEY,
    secret: env.LEADLINE_SECRET,
    ownOrigins: [new URL(env.LEADLINE_PUBLIC_URL).origin],
    queue: new CloudflareQueue(env.QUEUE, { store, models: parts.people }),
    limits: limitsOf(env),
    machine: {
      platform: 'workers',
      disk: async () => undefined,
      damaged: async () => [],
      // Cloudflare tells where an address is.
      lists: async () => [],
    },
    assets: async (request, headers) => {
      const response = (await env.ASSETS.fetch(request.url, {
        headers: [...request.headers],
      })) as unknown as Response;
      return response.status === 404 ? undefined : withHeaders(response, headers);
    },
    changes: new PolledChanges(store, tablesThatMatter, log, POLL_MS),
    isApart: true,
    log,
    addressOf,
    locate: (c) => cloudflareLocation(c.req.raw),
    isLocal: () => false,
  });
  return { app, jobs, ...parts };
}

function limitsOf(env: Env): Limits {
  const { LIMIT_ADDRESS, LIMIT_KEY } = env;
  const perMinute = readEventsPerMinute({
    LEADLINE_EVENTS_PER_MINUTE_ADDRESS: env.LEADLINE_EVENTS_PER_MINUTE_ADDRESS,
    LEADLINE_EVENTS_PER_MINUTE_KEY: env.LEADLINE_EVENTS_PER_MINUTE_KEY,
  });
  return new Limits(perMinute, {
    ...(LIMIT_ADDRESS && { address: new BindingLimiter(LIMIT_ADDRESS) }),
    ...(LIMIT_KEY && { key: new BindingLimiter(LIMIT_KEY) }),
  });
}

function kvSnapshot<Item>(kv: KVNamespace, kind: EntityKind): Snapshot<Item> {
  return {
    load: async () => (await kv.get<Item[]>(kind, 'json')) ?? undefined,
    save: (items) => kv.put(kind, JSON.stringify(items)),
  };
}

/** Cloudflare's own word for it, which a client cannot set. */
const addressOf = (c: Context) => c.req.header('CF-Connecting-IP') ?? '';

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const { app, sites, keys, uses } = instanceOf(env);
    const response = await app.fetch(request);
    // Cloudflare ends what a request has begun once it is answered, unless it is told to wait.
    ctx.waitUntil(Promise.all([sites.settled(), keys.settled(), uses.settled()]));
    return response;
  },

  /** Each minute, as wrangler.toml has it: background work, which goes on the next time where it has not ended. */
  async scheduled(_event: ScheduledController, env: Env): Promise<void> {
    const { jobs, sites } = instanceOf(env);
    // An isolate may know none of them yet, and jobs are done for each.
    await sites.refresh().catch(() => undefined);
    await jobs.runDue(JOBS_MS);
  },

  /**
   * Messages are acknowledged only once their rows are stored; else Cloudflare brings them again, and after all tries
   * moves them to the dead-letter queue.
   */
  async queue(batch: MessageBatch<Message>, env: Env): Promise<void> {
    try {
      const { store, people } = instanceOf(env);
      await consume({ store, models: people }, batch.messages, log);
      batch.ackAll();
    } catch (error) {
      log('warn', 'insert failed, will be tried again', {
        messages: batch.messages.length,
        error: nameOf(error),
      });
      for (const message of batch.messages)
        message.retry({ delaySeconds: Math.min(2 ** message.attempts, RETRY_SECONDS_MAX) });
    }
  },
};
