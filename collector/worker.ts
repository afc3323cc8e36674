/** The entry for Cloudflare Workers: the same app, with a Queue as producer and consumer. */

import { createClient } from '@clickhouse/client-web';
import type {
  ExecutionContext,
  Fetcher,
  KVNamespace,
  MessageBatch,
  Queue,
  RateLimit,
} from '@cloudflare/workers-types';
import type { Context, Hono } from 'hono';
import type { EntityKind } from '../schemas/entities.js';
import { Auth } from './access/auth.js';
import { Keys } from './access/keys.js';
import { createApp } from './app.js';
import { withHeaders } from './assets.js';
import { ConfigError, readClickHouse, readEventsPerMinute } from './config.js';
import { errorAnswers, nameOf } from './errors.js';
import { createIntake, readerOf } from './intake/intake.js';
import { BindingLimiter } from './limits/cloudflare.js';
import { Limits } from './limits/limits.js';
import { cloudflareLocation } from './location/cloudflare.js';
import { log } from './log.js';
import { Metrics } from './metrics.js';
import { CloudflareQueue, consume, type Message } from './queue/cloudflare.js';
import type { Snapshot } from './records/live_records.js';
import { Entities } from './records/records.js';
import { Sites } from './records/sites.js';
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

/** One set of parts for the life of an isolate: its environment never changes. */
let parts: Parts | undefined;

interface Parts {
  app: Hono;
  store: Store;
  sites: Sites;
  keys: Keys;
}

function partsOf(env: Env): Parts {
  parts ??= putTogether(env);
  return parts;
}

function putTogether(env: Env): Parts {
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
  const entities = new Entities(store);
  const origins = [new URL(env.LEADLINE_PUBLIC_URL).origin];
  const sites = new Sites(entities, kvSnapshot(env.CONFIG, 'sites'), log);
  const keys = new Keys(entities, kvSnapshot(env.CONFIG, 'keys'), log);
  const queue = new CloudflareQueue(env.QUEUE, store);
  const instance = {
    site: (id: string) => sites.known(id),
    ownOrigins: origins,
    secret: env.LEADLINE_SECRET,
  };
  const metrics = new Metrics();
  const app = createApp({
    auth: new Auth(env.LEADLINE_ADMIN_KEY, env.LEADLINE_SECRET, keys, () => origins, addressOf),
    addressOf,
    sites,
    keys,
    entities,
    store,
    queue,
    intake: createIntake({ sites, queue, limits: limitsOf(env), metrics, reader: readerOf(instance) }),
    assets: async (request, headers) => {
      const response = (await env.ASSETS.fetch(request.url, {
        headers: [...request.headers],
      })) as unknown as Response;
      return response.status === 404 ? undefined : withHeaders(response, headers);
    },
    metrics,
    answerError: errorAnswers(log, metrics),
    log,
    isLocal: () => false,
    locate: (c) => cloudflareLocation(c.req.raw),
  });
  return { app, store, sites, keys };
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
    const { app, sites, keys } = partsOf(env);
    const response = await app.fetch(request);
    // Cloudflare ends what a request has begun once it is answered, unless it is told to wait.
    ctx.waitUntil(Promise.all([sites.settled(), keys.settled()]));
    return response;
  },

  /**
   * Messages are acknowledged only once their rows are stored; else Cloudflare brings them again, and after all tries
   * moves them to the dead-letter queue.
   */
  async queue(batch: MessageBatch<Message>, env: Env): Promise<void> {
    try {
      await consume(partsOf(env).store, batch.messages, log);
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
