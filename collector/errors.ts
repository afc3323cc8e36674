import type { ErrorDetail } from '../schemas/rules.js';

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
  credentials_wrong: { status: 401, retryable: false },
  cross_site_request: { status: 403, retryable: false },
  decided_otherwise: { status: 409, retryable: false },
  email_taken: { status: 409, retryable: false },
  encoding_unsupported: { status: 415, retryable: false },
  entity_invalid: { status: 400, retryable: false },
  entity_unknown: { status: 404, retryable: false },
  idempotency_key_invalid: { status: 400, retryable: false },
  import_invalid: { status: 400, retryable: false },
  import_state: { status: 409, retryable: false },
  internal: { status: 500, retryable: true },
  invitation_expired: { status: 410, retryable: false },
  invitation_unknown: { status: 404, retryable: false },
  invitation_used: { status: 410, retryable: false },
  job_unknown: { status: 404, retryable: false },
  key_invalid: { status: 401, retryable: false },
  last_owner: { status: 409, retryable: false },
  method_not_allowed: { status: 405, retryable: false },
  not_found: { status: 404, retryable: false },
  not_stored_yet: { status: 503, retryable: true },
  origin_not_allowed: { status: 403, retryable: false },
  parameter_invalid: { status: 400, retryable: false },
  person_unknown: { status: 404, retryable: false },
  order_unknown: { status: 404, retryable: false },
  person_not_yours: { status: 403, retryable: false },
  precondition_invalid: { status: 400, retryable: false },
  precondition_required: { status: 428, retryable: false },
  query_failed: { status: 500, retryable: false },
  query_too_long: { status: 500, retryable: false },
  query_unknown: { status: 404, retryable: false },
  queue_full: { status: 503, retryable: true },
  rate_limited: { status: 429, retryable: true },
  role_missing: { status: 403, retryable: false },
  scope_missing: { status: 403, retryable: false },
  setup_done: { status: 409, retryable: false },
  sign_in_required: { status: 401, retryable: false },
  site_unknown: { status: 404, retryable: false },
  starting: { status: 503, retryable: true },
  store_foreign: { status: 503, retryable: true },
  store_down: { status: 503, retryable: true },
  streams_full: { status: 503, retryable: true },
  too_many_attempts: { status: 429, retryable: true },
  too_many_streams: { status: 429, retryable: true },
  version_conflict: { status: 412, retryable: false },
} as const;

export type ErrorCode = keyof typeof catalogue;

interface LeadlineErrorOptions extends ErrorOptions {
  details?: readonly ErrorDetail[];
  headers?: Record<string, string>;
  beside?: Record<string, unknown>;
}

/** An error with a code from the catalogue; anything else that is thrown counts as `internal`. */
export class LeadlineError extends Error {
  /** What is wrong with each value, where the request's values are what is wrong. */
  readonly details: readonly ErrorDetail[] | undefined;
  /** Of the answer, beside or in place of what every error says. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the answer has beside `error`, such as the record that stands in the way. */
  readonly beside: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { details, headers = {}, beside = {}, ...options }: LeadlineErrorOptions = {},
  ) {
    super(message, options);
    this.name = 'LeadlineError';
    this.details = details;
    this.headers = headers;
    this.beside = beside;
  }

  get status() {
    return catalogue[this.code].status;
  }

  /** Whether the same request may succeed later. */
  get isRetryable(): boolean {
    return catalogue[this.code].retryable;
  }
}

/** What a request that failed is answered with. */
export type AnswerError = (error: unknown, headers?: Record<string, string>) => Response;

/** What nobody expected. */
export const internalError = (cause: unknown) =>
  new LeadlineError('internal', 'Something went wrong here: try again, and see the log if it persists.', {
    cause,
  });

/** An error for the log, without its words: those of ClickHouse and of JSON quote the rows, and those are people's. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, type } = error as { code?: unknown; type?: unknown };
  const own = [code, type].filter((part) => part && typeof part === 'string').join(' ') || error.name;
  return error instanceof LeadlineError && error.cause !== undefined ? `${own} ${nameOf(error.cause)}` : own;
}
