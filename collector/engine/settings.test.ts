import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from './lexer.js';
import { defaults, literal, withinBudget } from './settings.js';

describe('literal', () => {
  it('is one string token, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect([...tokens(literal(value))].map(({ kind }) => kind)).toEqual(['string']);
      }),
    );
  });
});

describe('withinBudget', () => {
  it('lets the reader shrink a budget and never raise it', () => {
    const base = defaults('reader', { memoryBytesMax: 1000, cores: 4 });
    expect(base).toMatchObject({ max_execution_time: '60', max_memory_usage: '250', max_threads: '2' });
    const asked = { max_execution_time: '1000', max_memory_usage: '0', max_threads: '64', limit: '5' };
    expect(withinBudget(asked, base)).toEqual({ limit: '5' });
    expect(withinBudget({ max_execution_time: '3' }, base)).toEqual({ max_execution_time: '3' });
  });
});
