import { signal } from '@preact/signals';
import type { ErrorAnswer } from '../schemas/api.js';
import type { ErrorDetail } from '../schemas/rules.js';

/** What a failed request means to the reader, whatever its status. */
export type Failure =
  | 'offline'
  | 'unavailable'
  | 'signed_out'
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
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Whether there is a session; undefined until the collector said so. Any 401 ends it, wherever it happens. */
export const session = signal<'in' | 'out' | 'ended' | undefined>(undefined);

/** A request that takes longer is as good as lost; the slowest reports answer well below it. */
const TIMEOUT_MS = 20_000;

interface RequestOptions {
  body?: unknown;
  /** The version of a record that is changed; refused as `conflict` where it is another one by now. */
  version?: number | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Sends JSON and reads JSON; undefined for an answer without a body.
 *
 * @throws ApiError, or an AbortError when `signal` was aborted
 */
export async function request(
  method: string,
  path: string,
  { body, version, signal }: RequestOptions = {},
): Promise<unknown> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, TIMEOUT_MS);
  signal?.addEventListener('abort', abort);
  try {
    const init: RequestInit = { method, signal: controller.signal, headers: { Accept: 'application/json' } };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { ...init.headers, 'Content-Type': 'application/json' };
    }
    if (version !== undefined) init.headers = { ...init.headers, 'If-Match': `"${version}"` };
    const response = await fetch(path, init);
    const text = await response.text();
    if (!response.ok) throw toError(response.status, text);
    return text ? JSON.parse(text) : undefined;
  } catch (error) {
    if (error instanceof ApiError || signal?.aborted) throw error;
    // Refused, cut off, timed out, or answered by something else in between that does not speak JSON.
    throw new ApiError('offline', 'network', String(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function toError(status: number, text: string): ApiError {
  if (status === 401) session.value = session.peek() === 'in' ? 'ended' : (session.peek() ?? 'out');
  const { code, message, details } = readError(text);
  return new ApiError(failureOf(status), code, message, details);
}

function failureOf(status: number): Failure {
  if (status === 401) return 'signed_out';
  if (status === 404) return 'not_found';
  if (status === 412) return 'conflict';
  if (status === 429) return 'limited';
  return status >= 500 ? 'unavailable' : 'invalid';
}

function readError(text: string): ErrorAnswer['error'] {
  try {
    return (JSON.parse(text) as ErrorAnswer).error;
  } catch {
    return { code: 'unknown', message: text.slice(0, 200) };
  }
}
