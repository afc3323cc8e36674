import type { QueryRow } from '../../../schemas/api.js';
import type { Format } from '../../i18n/format.js';
import type { Texts } from './texts.en.js';

export type JobRow = QueryRow<'jobs'>;

/** How far a job is, as a sentence. */
export function stateOf(row: JobRow, m: Texts, format: Format, now: number): string {
  const { status, attempts, error, started_at, due_at } = row;
  if (status === 'failed') return m.failed(attempts, error, format.ahead(due_at, now));
  if (status === 'waiting') return m.waiting;
  if (status !== 'running') return m.done;
  const running = m.running(format.duration(Math.max(0, now - started_at)), progressOf(row, m, format));
  return row.asked_again ? `${running}. ${m.onceMore}` : running;
}

function progressOf({ done, total }: JobRow, m: Texts, format: Format): string {
  if (total > 0) {
    // Done is what has ended: rounded up, it would be done too early.
    const percent = Math.floor((100 * Math.min(done, total)) / total);
    return m.percent(format.percent(percent), format.number(done), format.number(total));
  }
  return done > 0 ? m.soFar(format.number(done)) : '';
}

/** When it was last done, and how long that took; undefined where it never was, as far as is remembered. */
export function lastOf({ ended_at, took_ms, errors }: JobRow): { at: number; tookMs: number } | undefined {
  const well = errors.indexOf('');
  const [at, tookMs] = [ended_at[well], took_ms[well]];
  return at === undefined || tookMs === undefined ? undefined : { at, tookMs };
}

/** When it is next begun by itself; nothing while it is under way. */
export function nextOf({ status, due_at }: JobRow, m: Texts, format: Format, now: number): string {
  if (status === 'running') return '';
  if (status === 'waiting') return m.now;
  if (due_at === 0) return m.whenAsked;
  return format.ahead(due_at, now);
}
