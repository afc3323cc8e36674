import { signal } from '@preact/signals';
import type { ErrorAnswer } from '../schemas/api.js';
import type { ErrorDetail } from '../schemas/rules.js';

/** What a failed request means to the reader, whatever its status. */
export type Failure =
  | 'offline'
  | 'unavailable'
  | 'signed_out'
  | 'forbidden'
  | 'limited'
  | 'not_found'
  | 'conflict'
  | 'invalid';

export class ApiError extends Error {
  constructor(
    readonly failure: Failure,
    readonly code: string,
    message: string,
    /** What is wrong with each value that was sent. */
    readonly details: readonly ErrorDetail[] = [],
    readonly beside: {
      /** After how long the same request may succeed. */
      retryAfterSeconds?: number | undefined;
      /** Nobody has an account yet. */
      isSetup?: boolean;
      /** Of a `conflict`: the record as it is now. */
      record?: Record<string, unknown> | undefined;
    } = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Whether there is a session; undefined until the collector said so. A request that needs one and has none ends it. */
export const session = signal<'in' | 'out' | 'ended' | undefined>(undefined);

/** Counts answers by which somebody may do less than this page believed. */
export const refusals = signal(0);

/** Says that the password or key in a request is wrong, not that there is no session. */
const CREDENTIALS = ['credentials_wrong', 'key_invalid'];
const REFUSED = ['role_missing', 'site_unknown'];

/** A request that takes longer is as good as lost; the slowest reports answer well below it. */
const TIMEOUT_MS = 20_000;

interface RequestOptions {
  body?: unknown;
  /** Sent as it is, in place of a body. */
  file?: Blob | undefined;
  accept?: string;
  timeoutMs?: number;
  /** The version of a record that is changed; refused as `conflict` where it is another one by now. */
  version?: number | undefined;
  /** Of the answer that is known: 304 where it is still the same. */
  tag?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Sends JSON and reads JSON; undefined for an answer without a body.
 *
 * @throws ApiError, or an AbortError when `signal` was aborted
 */
export async function request(method: string, path: string, options?: RequestOptions): Promise<unknown> {
  const known = method === 'GET' ? answers.get(path) : undefined;
  return send(method, path, { ...options, tag: known?.tag }, async (response) => {
    if (response.status === 304) return known?.answer;
    const text = await response.text();
    const answer = text ? JSON.parse(text) : undefined;
    const tag = response.headers.get('ETag');
    if (method === 'GET' && tag) keep(path, { tag, answer });
    return answer;
  });
}

/** What was read last, by path, the oldest first: it is in no cache of the browser's, and need not be sent again. */
const answers = new Map<string, { tag: string; answer: unknown }>();
const ANSWERS_MAX = 50;

function keep(path: string, answer: { tag: string; answer: unknown }): void {
  answers.delete(path);
  answers.set(path, answer);
  for (const oldest of [...answers.keys()].slice(0, -ANSWERS_MAX)) answers.delete(oldest);
}

/** After signing out nothing of what was read stays in memory. */
export const forgetAnswers = () => answers.clear();

/** All rows of a list as a spreadsheet takes them. A long one takes its time. */
export async function requestCsv(path: string): Promise<Blob> {
  return send('GET', path, { accept: 'text/csv', timeoutMs: 10 * 60_000 }, (response) => response.blob());
}

async function send<Answer>(
  method: string,
  path: string,
  {
    body,
    file,
    version,
    tag,
    signal,
    accept = 'application/json',
    timeoutMs = TIMEOUT_MS,
  }: RequestOptions = {},
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort);
  try {
    const headers: Record<string, string> = { Accept: accept };
    const init: RequestInit = { method, signal: controller.signal, headers };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      headers['Content-Type'] = 'application/json';
    }
    if (file) {
      init.body = file;
      headers['Content-Type'] = 'text/csv';
    }
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    if (tag !== undefined) headers['If-None-Match'] = tag;
    const response = await fetch(path, init);
    if (!response.ok && response.status !== 304) throw toError(response, await response.text());
    return await read(response);
  } catch (error) {
    if (error instanceof ApiError || signal?.aborted) throw error;
    // Refused, cut off, timed out, or answered by something else in between that does not speak JSON.
    throw new ApiError('offline', 'network', String(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function toError({ status, headers }: Response, text: string): ApiError {
  const { code, message, details, isSetup, record } = readError(text);
  if (status === 401 && !CREDENTIALS.includes(code))
    session.value = session.peek() === 'in' ? 'ended' : (session.peek() ?? 'out');
  if (REFUSED.includes(code)) refusals.value++;
  const retryAfterSeconds = Number(headers.get('Retry-After')) || undefined;
  return new ApiError(failureOf(status), code, message, details, { retryAfterSeconds, isSetup, record });
}

function failureOf(status: number): Failure {
  if (status === 401) return 'signed_out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  // Also of what was to be new, and is there.
  if (status === 412 || status === 428) return 'conflict';
  if (status === 429) return 'limited';
  return status >= 500 ? 'unavailable' : 'invalid';
}

type ReadError = ErrorAnswer['error'] & {
  isSetup: boolean;
  record?: Record<string, unknown> | undefined;
};

function readError(text: string): ReadError {
  try {
    const { error, setup, record } = JSON.parse(text) as ErrorAnswer & {
      setup?: boolean;
      record?: Record<string, unknown>;
    };
    return { ...error, isSetup: setup === true, record };
  } catch {
    return { code: 'unknown', message: text.slice(0, 200), isSetup: false };
  }
}
