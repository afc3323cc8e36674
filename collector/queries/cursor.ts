import { LeadlineError } from '../errors.js';

/** Where a list goes on: behind the row with this time and id. Opaque to callers. */
export interface Cursor {
  cursor_ts: number;
  cursor_id: string;
}

export const START: Cursor = { cursor_ts: 0, cursor_id: '' };

export function encodeCursor({ cursor_ts, cursor_id }: Cursor): string {
  return btoa(JSON.stringify([cursor_ts, cursor_id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @throws LeadlineError `parameter_invalid` */
export function decodeCursor(text: string): Cursor {
  try {
    const [cursor_ts, cursor_id] = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
    if (Number.isSafeInteger(cursor_ts) && typeof cursor_id === 'string' && cursor_id)
      return { cursor_ts, cursor_id };
  } catch {
    // Falls through: whatever is wrong with it, the answer is the same.
  }
  throw new LeadlineError('parameter_invalid', 'cursor must be the meta.cursor of the page before.');
}

/**
 * One page out of rows that were asked for with one to spare: the spare one tells whether there is more.
 */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): { rows: Row[]; cursor?: string } {
  const last = rows[limit - 1];
  return rows.length > limit && last
    ? { rows: rows.slice(0, limit), cursor: encodeCursor(cursorOf(last)) }
    : { rows };
}
