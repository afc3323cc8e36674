import { describe, expect, it } from 'vitest';
import { foldVisits, timelineRows } from './timeline_rows.js';

const entry = (key: string, at: string, visit?: string) => ({ key, ts: Date.parse(at), visit });

describe('a timeline', () => {
  it('has the days of the site’s zone as headings', () => {
    const entries = [
      entry('c', '2026-11-29T23:30:00Z'),
      entry('b', '2026-11-29T22:30:00Z'),
      entry('a', '2026-11-28T12:00:00Z'),
    ];
    const rows = timelineRows(entries, 'Europe/Madrid').map(({ kind, key }) => `${kind} ${key}`);
    expect(rows).toEqual([
      'day 2026-11-30',
      'entry c',
      'day 2026-11-29',
      'entry b',
      'day 2026-11-28',
      'entry a',
    ]);
  });

  it('folds what follows each other in one visit, and leaves alone what is alone', () => {
    const entries = [
      entry('e', '2026-11-29T15:00:00Z'),
      entry('d', '2026-11-29T14:52:00Z', 'v2'),
      entry('c', '2026-11-29T14:50:00Z', 'v2'),
      entry('b', '2026-11-29T10:00:00Z', 'v1'),
      entry('a', '2026-11-28T10:00:00Z'),
    ];
    const folded = foldVisits(
      entries,
      ({ visit }) => visit,
      (inside) => ({ ...inside[0], key: inside.map(({ key }) => key).join('+') }),
    );
    expect(folded.map(({ key }) => key)).toEqual(['e', 'd+c', 'b', 'a']);
  });
});
