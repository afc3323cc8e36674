import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../i18n/format.js';
import { type JobRow, lastOf, nextOf, stateOf } from './sentence.js';
import { texts } from './texts.en.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60_000;
const format = makeFormat('en', 'UTC');

const row: JobRow = {
  key: '1',
  job: 'x',
  scope: 'site',
  id: '',
  status: 'running',
  done: 0,
  total: 0,
  started_at: NOW - 3 * MINUTE,
  due_at: NOW - 3 * MINUTE,
  attempts: 0,
  error: '',
  asked_again: false,
  last_ended_at: 0,
  last_took_ms: 0,
  ended_at: [],
  took_ms: [],
  errors: [],
};

describe('state', () => {
  it.each<[Partial<JobRow>, string]>([
    [{}, 'Running for 3 min'],
    [{ done: 420_000, total: 1_000_000 }, 'Running for 3 min: 42% (420,000 of 1,000,000)'],
    [{ done: 999, total: 1_000 }, 'Running for 3 min: 99% (999 of 1,000)'],
    [{ done: 7, asked_again: true }, 'Running for 3 min: 7 so far. After that once more.'],
    [
      { status: 'failed', attempts: 3, error: 'RangeError', due_at: NOW + 4 * MINUTE },
      'Failed 3 times (RangeError). Tries again in 4 minutes.',
    ],
    [
      { status: 'failed', attempts: 1, error: 'store_down', due_at: NOW - 1 },
      'Failed 1 time (store_down). Tries again now.',
    ],
    [{ status: 'waiting' }, 'Begins in a moment'],
    [{ status: 'done' }, 'Done'],
  ])('of %j', (fields, sentence) => {
    expect(stateOf({ ...row, ...fields }, texts, format, NOW)).toBe(sentence);
  });
});

it('was last done when it last went well', () => {
  expect(lastOf(row)).toBeUndefined();
  expect(lastOf({ ...row, ended_at: [9], took_ms: [1], errors: ['Error'] })).toBeUndefined();
  const ends = { ended_at: [9, 8, 7], took_ms: [1, 2, 3], errors: ['Error', '', ''] };
  expect(lastOf({ ...row, ...ends })).toEqual({ at: 8, tookMs: 2 });
});

it('is begun next when it is due, or asked for', () => {
  expect(nextOf(row, texts, format, NOW)).toBe('');
  expect(nextOf({ ...row, status: 'waiting' }, texts, format, NOW)).toBe('Now');
  const done = { ...row, status: 'done' };
  expect(nextOf({ ...done, due_at: NOW + 90 * MINUTE }, texts, format, NOW)).toBe('in 2 hours');
  expect(nextOf({ ...done, due_at: 0 }, texts, format, NOW)).toBe('When it is asked for');
});
