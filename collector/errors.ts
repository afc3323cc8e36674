import { json, NOSNIFF } from './http/answer.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';

/**
 * Every error that a request can be answered with: its HTTP status, and whether the same request may succeed later.
 * The message says what to do.
 */
const catalogue = {
  batch_invalid: { status: 400, retryable: false },
  body_incomplete: { status: 400, retryable: true },
  body_not_json: { status: 400, retryable: false },
  body_not_readable: { status: 400, retryable: false },
  body_too_large: { status: 413, retryable: false },
  busy: { status: 503, retryable: true },
  cross_site_request: { status: 403, retryable: false },
  encoding_unsupported: { status: 415, retryable: false },
  entity_invalid: { status: 400, retryable: false },
  entity_unknown: { status: 404, retryable: false },
  idempotency_key_invalid: { status: 400, retryable: false },
  internal: { status: 500, retryable: true },
  key_invalid: { status: 401, retryable: false },
  method_not_allowed: { status: 405, retryable: false },
  not_found: { status: 404, retryable: false },
  not_stored_yet: { status: 503, retryable: true },
  origin_not_allowed: { status: 403, retryable: false },
  parameter_invalid: { status: 400, retryable: false },
  query_failed: { status: 500, retryable: false },
  query_too_long: { status: 500, retryable: false },
  query_unknown: { status: 404, retryable: false },
  queue_full: { status: 503, retryable: true },
  rate_limited: { status: 429, retryable: true },
  scope_missing: { status: 403, retryable: false },
  sign_in_required: { status: 401, retryable: false },
  site_not_allowed: { status: 403, retryable: false },
  site_unknown: { status: 404, retryable: false },
  starting: { status: 503, retryable: true },
  store_foreign: { status: 503, retryable: true },
  store_down: { status: 503, retryable: true },
  too_many_attempts: { status: 429, retryable: true },
} as const;

export type ErrorCode = keyof typeof catalogue;

/** Seconds after which a refused but retryable request is worth another try. */
const RETRY_AFTER_S = 5;

/** An error with a code from the catalogue; anything else that is thrown counts as `internal`. */
export class LeadlineError extends Error {
  readonly #headers: Record<string, string>;

  /** @param options `headers`: of the answer, beside or in place of what every error says */
  constructor(
    readonly code: ErrorCode,
    message: string,
    { headers = {}, ...options }: ErrorOptions & { headers?: Record<string, string> } = {},
  ) {
    super(message, options);
    this.name = 'LeadlineError';
    this.#headers = headers;
  }

  get status() {
    return catalogue[this.code].status;
  }

  /** @param headers in addition to what every error says */
  toResponse(headers: Record<string, string> = {}): Response {
    const retry = catalogue[this.code].retryable ? { 'Retry-After': String(RETRY_AFTER_S) } : {};
    return json({ error: { code: this.code, message: this.message } }, this.status, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...NOSNIFF,
      ...retry,
      ...this.#headers,
      ...headers,
    });
  }
}

/** What a request that failed is answered with. */
export type AnswerError = (error: unknown, headers?: Record<string, string>) => Response;

/** A disk that is full or a ClickHouse that is away fails every request: one line a second tells of it. */
const LOG_EVERY_MS = 1_000;

/** Counts what failed, and logs what is our fault, without what the request held. */
export function errorAnswers(log: Log, metrics: Pick<Metrics, 'failed'>): AnswerError {
  const logged = new Map<ErrorCode, { at: number; leftOut: number }>();
  return (error, headers) => {
    const known = error instanceof LeadlineError ? error : internal(error);
    const { code } = known;
    metrics.failed(code);
    if (known.status < 500) return known.toResponse(headers);
    const last = logged.get(code);
    const now = performance.now();
    if (last && now - last.at < LOG_EVERY_MS) {
      last.leftOut++;
      return known.toResponse(headers);
    }
    logged.set(code, { at: now, leftOut: 0 });
    const message = code === 'internal' ? 'unexpected error' : known.message;
    log('error', message, { code, ...causeOf(known), ...(last?.leftOut && { leftOut: last.leftOut }) });
    return known.toResponse(headers);
  };
}

function internal(cause: unknown): LeadlineError {
  return new LeadlineError(
    'internal',
    'Something went wrong here: try again, and see the log if it persists.',
    { cause },
  );
}

function causeOf({ code, cause }: LeadlineError): Record<string, unknown> {
  if (cause === undefined) return {};
  return { cause: nameOf(cause), ...(code === 'internal' && { stack: placesOf(cause) }) };
}

/** An error for the log, without its words: those of ClickHouse and of JSON quote the rows, and those are people's. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, type } = error as { code?: unknown; type?: unknown };
  const own = [code, type].filter((part) => part && typeof part === 'string').join(' ') || error.name;
  return error instanceof LeadlineError && error.cause !== undefined ? `${own} ${nameOf(error.cause)}` : own;
}

/** Where an error was thrown: its stack without its words. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? '').replace(error.message, '').split('\n');
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}
