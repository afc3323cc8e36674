import { type AnswerError, type ErrorCode, internalError, LeadlineError, nameOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { json, NOSNIFF } from './answer.js';

/** Counts what failed, logs what is our fault, and answers with it. */
export function errorAnswers(log: Log, metrics: Pick<Metrics, 'failed'>): AnswerError {
  const logFault = faultLog(log);
  return (error, headers) => {
    const known = error instanceof LeadlineError ? error : internalError(error);
    metrics.failed(known.code);
    if (known.status >= 500) logFault(known);
    return answerOf(known, headers);
  };
}

/** Seconds after which a refused but retryable request is worth another try. */
const RETRY_AFTER_S = 5;

/**
 * An error as it is answered: `{error: {code, message, details?}}`, and beside it what the error hands over.
 *
 * @param headers in addition to what every error says
 */
export function answerOf(error: LeadlineError, headers: Record<string, string> = {}): Response {
  const { code, message, details, status, isRetryable } = error;
  return json({ error: { code, message, ...(details && { details }) }, ...error.beside }, status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...NOSNIFF,
    ...(isRetryable && { 'Retry-After': String(RETRY_AFTER_S) }),
    ...error.headers,
    ...headers,
  });
}

/** A disk that is full or a ClickHouse that is away fails every request: one line a second tells of it. */
const LOG_EVERY_MS = 1_000;

/** Logs faults of ours, without what the request held. */
function faultLog(log: Log): (error: LeadlineError) => void {
  const logged = new Map<ErrorCode, { at: number; leftOut: number }>();
  return (error) => {
    const { code } = error;
    const last = logged.get(code);
    const now = performance.now();
    if (last && now - last.at < LOG_EVERY_MS) {
      last.leftOut++;
      return;
    }
    logged.set(code, { at: now, leftOut: 0 });
    const message = code === 'internal' ? 'unexpected error' : error.message;
    log('error', message, { code, ...causeOf(error), ...(last?.leftOut && { leftOut: last.leftOut }) });
  };
}

function causeOf({ code, cause }: LeadlineError): Record<string, unknown> {
  if (cause === undefined) return {};
  return { cause: nameOf(cause), ...(code === 'internal' && { stack: placesOf(cause) }) };
}

/** Where an error was thrown: its stack without its words. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? '').replace(error.message, '').split('\n');
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}
