import { describe, expect, it } from 'vitest';
import { exception, parseException } from './exceptions.js';

describe('parseException', () => {
  it.each([
    ['Code: 60. DB::Exception: Unknown table t. (UNKNOWN_TABLE)', 60, 'UNKNOWN_TABLE', 404],
    ['Code: 62. DB::Exception: Syntax error: (a\nb). (SYNTAX_ERROR)', 62, 'SYNTAX_ERROR', 400],
    ['Code: 521. DB::ErrnoException: Cannot rename. (ATOMIC_RENAME_FAIL)', 521, 'ATOMIC_RENAME_FAIL', 500],
    [
      'Query failed: Code: 115. DB::Exception: Unknown setting x. (UNKNOWN_SETTING)',
      115,
      'UNKNOWN_SETTING',
      404,
    ],
    ['something else', 1002, 'UNKNOWN_EXCEPTION', 500],
  ])('%s', (message, code, type, status) => {
    expect(parseException(message)).toMatchObject({ code, type, status });
  });

  it('keeps one of several prefixes', () => {
    const twice = 'Code: 164. DB::Exception: Code: 164. DB::Exception: Cannot modify. (READONLY)';
    expect(parseException(twice).message).toBe('Code: 164. DB::Exception: Cannot modify. (READONLY)');
  });

  it('round-trips what it wrote', () => {
    const { message } = exception('ACCESS_DENIED', 'reader: no.');
    expect(parseException(message).message).toBe(message);
  });
});
