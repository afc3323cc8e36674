import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LeadlineError, nameOf } from '../errors.js';
import { errorAnswers } from './answer_error.js';

let logged: [message: string, details: Record<string, unknown> | undefined][] = [];
const failed: string[] = [];
const newAnswers = () =>
  errorAnswers((_level, message, details) => logged.push([message, details]), {
    failed: (code) => failed.push(code),
  });
const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

beforeEach(() => {
  logged = [];
  failed.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('what is logged of an error', () => {
  it('names what nobody expected and where it was, without the text that it quotes', async () => {
    const error = thrownBy(() => JSON.parse('ada@example.com\n    at home'));
    const answer = newAnswers()(error);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('ada');
    expect(logged).toEqual([['unexpected error', expect.objectContaining({ cause: 'SyntaxError' })]]);
    expect(JSON.stringify(logged)).toContain('answer_error.test.ts');
    expect(JSON.stringify(logged)).not.toMatch(/ada@|at home/);
  });

  it('names what ClickHouse refused, without its words', () => {
    const cause = Object.assign(new Error("Cannot parse 'ada@example.com'"), {
      code: '62',
      type: 'SYNTAX_ERROR',
    });
    const error = new LeadlineError('query_failed', 'ClickHouse refused (query leads).', { cause });
    newAnswers()(error);
    expect(nameOf(error)).toBe('query_failed 62 SYNTAX_ERROR');
    expect(logged).toEqual([[error.message, { code: 'query_failed', cause: '62 SYNTAX_ERROR' }]]);
  });

  it('is nothing where the request was wrong', () => {
    newAnswers()(new LeadlineError('not_found', 'There is nothing here.'));
    expect(logged).toEqual([]);
    expect(failed).toEqual(['not_found']);
  });

  it('is a line a second for each code, with how many were left out, while all are counted', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const answer = newAnswers();
    const full = new LeadlineError('queue_full', 'The disk is full.');
    for (let times = 0; times < 100; times++) answer(full);
    answer(new LeadlineError('store_down', 'ClickHouse did not answer.'));
    vi.advanceTimersByTime(1_000);
    answer(full);
    vi.advanceTimersByTime(1_000);
    answer(full);
    expect(logged).toEqual([
      ['The disk is full.', { code: 'queue_full' }],
      ['ClickHouse did not answer.', { code: 'store_down' }],
      ['The disk is full.', { code: 'queue_full', leftOut: 99 }],
      ['The disk is full.', { code: 'queue_full' }],
    ]);
    expect(failed).toHaveLength(103);
  });
});
