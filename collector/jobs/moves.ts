/** What becomes of a job's row when something happens to it. */
import type { Step } from './job.js';
import type { JobFields, JobRow } from './rows.js';

/**
 * Nobody else goes on with a job while a lease lasts, which each step renews. Clocks that differ make a lease longer or
 * shorter, and no step counts twice for that: what is stored is decided by versions.
 */
export const LEASE_MS = 60_000;
/** How many ends are remembered. */
const ENDS_MAX = 10;
const BACKOFF_MS = 5_000;
const BACKOFF_MAX_MS = 10 * 60_000;

export const blank: JobFields = {
  status: 'waiting',
  due_at: 0,
  holder: '',
  lease: '',
  lease_until: 0,
  asked_again: false,
  state: {},
  done: 0,
  total: 0,
  started_at: 0,
  attempts: 0,
  error: '',
  ended_at: [],
  took_ms: [],
  errors: [],
};

/** @returns undefined where it will be done after now anyway */
export function asked(row: JobRow | undefined, now: number): JobFields | undefined {
  if (!row) return { ...blank, due_at: now };
  const isDue = row.due_at > 0 && row.due_at <= now;
  // What it was asked for may be about something that it has passed already.
  const isPast = row.started_at > 0 && !row.asked_again;
  if (isDue && !isPast) return undefined;
  return {
    ...row,
    due_at: isDue ? row.due_at : now,
    ...(row.started_at > 0 ? { asked_again: true } : { status: 'waiting' }),
  };
}

/** @param state of one that begins; one that was begun goes on from its own */
export function taken(
  row: JobFields,
  now: number,
  { holder, lease, state }: Pick<JobFields, 'holder' | 'lease' | 'state'>,
): JobFields {
  const begun = { state, started_at: now, done: 0, total: 0, attempts: 0, error: '' };
  return {
    ...row,
    ...(row.started_at === 0 && begun),
    status: 'running',
    due_at: row.due_at || now,
    holder,
    lease,
    lease_until: now + LEASE_MS,
  };
}

const free = { holder: '', lease: '', lease_until: 0 };

/** For others, or for itself after what else is due. */
export const released = (row: JobFields, now: number): JobFields => ({ ...row, ...free, due_at: now });

export function stepped(
  row: JobFields,
  now: number,
  { state, progress }: Pick<Step<object>, 'state' | 'progress'>,
): JobFields {
  return {
    ...row,
    ...progress,
    state: state as JobFields['state'],
    lease_until: now + LEASE_MS,
    attempts: 0,
    error: '',
  };
}

/** @param every when it is to be done again by itself */
export function ended(row: JobFields, now: number, every: number | undefined): JobFields {
  const isAsked = row.asked_again;
  return {
    ...row,
    ...free,
    ...withEnd(row, now, ''),
    status: isAsked ? 'waiting' : 'done',
    due_at: isAsked ? now : every === undefined ? 0 : now + every,
    started_at: 0,
    asked_again: false,
  };
}

/** @param error without anybody's words */
export function failed(row: JobFields, now: number, error: string): JobFields {
  const attempts = row.attempts + 1;
  const wait = Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** (attempts - 1));
  return {
    ...row,
    ...free,
    ...withEnd(row, now, error),
    status: 'failed',
    attempts,
    error,
    // Not all that failed together at once again.
    due_at: now + Math.round(wait * (0.75 + Math.random() * 0.25)),
  };
}

function withEnd({ started_at, ended_at, took_ms, errors }: JobFields, now: number, error: string) {
  const first = <Value>(value: Value, others: Value[]) => [value, ...others].slice(0, ENDS_MAX);
  return {
    ended_at: first(now, ended_at),
    took_ms: first(Math.max(0, now - started_at), took_ms),
    errors: first(error, errors),
  };
}
