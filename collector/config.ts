import { BATCH_EVENTS_MAX } from '../schemas/batch.js';
import { namesProxies } from './location/address.js';

/** The environment says something that Leadline cannot go on with; the message says what to do. */
export class ConfigError extends Error {}

export interface Config {
  port: number;
  host: string;
  /** Folder for the queue, the embedded engine and the instance's secrets. */
  dataDir: string;
  /** Where browsers reach this instance, without a trailing slash; undefined: at its own address. */
  publicUrl: string | undefined;
  secret: string | undefined;
  adminKey: string | undefined;
  /** The proxies whose word for a client's address counts, as `clientAddresses` takes them. */
  trustedProxies: string[];
  /** Most bytes that may wait on the disk for ClickHouse. */
  queueBytesMax: number;
  clickhouse: ClickHouseConfig;
  eventsPerMinute: EventsPerMinute;
}

/** Limits of `POST /v1/events`; 0 for none. */
export interface EventsPerMinute {
  address: number;
  key: number;
}

export interface ClickHouseConfig {
  /** Undefined: the embedded engine. */
  url: string | undefined;
  username: string;
  password: string;
  database: string;
}

type Environment = Record<string, string | undefined>;

const VARIABLES = new Set(
  [
    'PORT',
    'HOST',
    'DATA',
    'PUBLIC_URL',
    'SECRET',
    'ADMIN_KEY',
    'TRUSTED_PROXIES',
    'QUEUE_BYTES',
    'EVENTS_PER_MINUTE_ADDRESS',
    'EVENTS_PER_MINUTE_KEY',
  ].map((name) => `LEADLINE_${name}`),
);

/**
 * Reads the contract's variables; an empty one counts as unset.
 *
 * @throws ConfigError at the first value that cannot be meant
 */
export function readConfig(env: Environment): Config {
  const host = env.LEADLINE_HOST || '127.0.0.1';
  if (/[\s/]/.test(host)) {
    throw new ConfigError(
      `LEADLINE_HOST is "${host}": set it to an address to listen on, such as 127.0.0.1 or 0.0.0.0.`,
    );
  }
  return {
    port: readPort(env.LEADLINE_PORT || '8080'),
    host,
    dataDir: env.LEADLINE_DATA || './data',
    publicUrl: readOrigin('LEADLINE_PUBLIC_URL', env.LEADLINE_PUBLIC_URL),
    secret: readSecret('LEADLINE_SECRET', env.LEADLINE_SECRET, 16),
    adminKey: readSecret('LEADLINE_ADMIN_KEY', env.LEADLINE_ADMIN_KEY, 1),
    trustedProxies: readProxies(env.LEADLINE_TRUSTED_PROXIES ?? ''),
    queueBytesMax: readBytes('LEADLINE_QUEUE_BYTES', env.LEADLINE_QUEUE_BYTES || String(QUEUE_BYTES)),
    clickhouse: readClickHouse(env),
    eventsPerMinute: readEventsPerMinute(env),
  };
}

/**
 * A page sends some ten events a minute: the limit of an address leaves room for an office behind one. The limit of a key
 * is for the instance, not the site: no site of its own comes near 100,000 events a second.
 *
 * @throws ConfigError like {@link readConfig}
 */
export function readEventsPerMinute(env: Environment): EventsPerMinute {
  return {
    address: readLimit('LEADLINE_EVENTS_PER_MINUTE_ADDRESS', env, 6_000),
    key: readLimit('LEADLINE_EVENTS_PER_MINUTE_KEY', env, 6_000_000),
  };
}

/** Some 5 million events: hours of an outage at hundreds of events a second. */
const QUEUE_BYTES = 4 * 2 ** 30;
/** A full segment, on its way to ClickHouse, and beside it the largest batch. */
const QUEUE_BYTES_MIN = 16 * 2 ** 20;

/** @throws ConfigError like {@link readConfig} */
export function readClickHouse(env: Environment): ClickHouseConfig {
  if (env.CLICKHOUSE_CLUSTER) {
    throw new ConfigError('CLICKHOUSE_CLUSTER is set, but this version writes to one server only: unset it.');
  }
  const database = env.CLICKHOUSE_DATABASE || 'leadline';
  if (!/^[A-Za-z_]\w{0,63}$/.test(database)) {
    throw new ConfigError(
      `CLICKHOUSE_DATABASE is "${database}": use letters, digits and _, starting with a letter.`,
    );
  }
  const text = env.CLICKHOUSE_URL;
  if (text && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) {
    throw new ConfigError(
      'CLICKHOUSE_URL must be the HTTP address of a ClickHouse server, such as http://localhost:8123.',
    );
  }
  return {
    url: text ? new URL(text).href : undefined,
    database,
    username: env.CLICKHOUSE_USER || 'default',
    password: env.CLICKHOUSE_PASSWORD ?? '',
  };
}

/** An admin key of fewer characters could be guessed. */
export const GUESSABLE_LENGTH = 16;

/** What can be gone on with, but is most likely not meant. */
export function warningsOf(env: Environment): string[] {
  const unknown = Object.keys(env).filter((name) => name.startsWith('LEADLINE_') && !VARIABLES.has(name));
  const warnings = unknown.map((name) => `${name} is not a variable of Leadline and is ignored.`);
  if (env.LEADLINE_ADMIN_KEY && env.LEADLINE_ADMIN_KEY.length < GUESSABLE_LENGTH)
    warnings.push(
      `LEADLINE_ADMIN_KEY is short enough to be guessed: use ${GUESSABLE_LENGTH} characters or more.`,
    );
  if (/^(0\.0\.0\.0|::)$/.test(env.LEADLINE_HOST ?? '') && !env.LEADLINE_PUBLIC_URL)
    warnings.push(
      'LEADLINE_PUBLIC_URL is not set: set it to the address that browsers use, or the demo site is refused there.',
    );
  return warnings;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new ConfigError(
      `LEADLINE_PORT is "${text}": set it to a port number from 1 to 65535 (0 picks a free one).`,
    );
  }
  return port;
}

function readProxies(text: string): string[] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean);
  const wrong = entries.find((entry) => !namesProxies(entry));
  if (wrong === undefined) return entries;
  throw new ConfigError(
    `LEADLINE_TRUSTED_PROXIES has "${wrong}": list the addresses of your proxies (192.0.2.7), ranges (10.0.0.0/8) or the words loopback and private, with commas between.`,
  );
}

function readBytes(name: string, text: string): number {
  const bytes = Number(text);
  if (!/^\d+$/.test(text) || bytes < QUEUE_BYTES_MIN || !Number.isSafeInteger(bytes)) {
    throw new ConfigError(
      `${name} is "${text}": set it to a number of bytes, ${QUEUE_BYTES_MIN} (16 MiB) or more.`,
    );
  }
  return bytes;
}

function readLimit(name: string, env: Environment, usual: number): number {
  const text = env[name];
  if (!text) return usual;
  const limit = Number(text);
  if (!/^\d{1,9}$/.test(text) || (limit > 0 && limit < BATCH_EVENTS_MAX)) {
    throw new ConfigError(
      `${name} is "${text}": set it to ${BATCH_EVENTS_MAX} events (the largest batch) or more, or to 0 for no limit.`,
    );
  }
  return limit;
}

function readOrigin(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  ) {
    throw new ConfigError(
      `${name} must be an address such as https://t.example.com, without a path or credentials.`,
    );
  }
  return url.origin;
}

function readSecret(name: string, text: string | undefined, lengthMin: number): string | undefined {
  if (!text) return undefined;
  if (text.length < lengthMin || /[^\x21-\x7e]/.test(text)) {
    throw new ConfigError(`${name} must be ${lengthMin} or more printable characters without spaces.`);
  }
  return text;
}
