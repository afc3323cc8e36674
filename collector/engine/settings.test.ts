import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from './lexer.js';
import { literal, merged } from './settings.js';

describe('literal', () => {
  it('is one string token, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect([...tokens(literal(value))].map(({ kind }) => kind)).toEqual(['string']);
      }),
    );
  });
});

describe('merged', () => {
  it('lets the owner set everything and the reader only shrink the budgets', () => {
    const asked = { max_execution_time: '1000', max_memory_usage: '0', limit: '5' };
    expect(merged('leadline', 1000, asked)).toMatchObject(asked);
    expect(merged('reader', 1000, asked)).toMatchObject({
      max_execution_time: '60',
      max_memory_usage: '250',
      limit: '5',
    });
    expect(merged('reader', 1000, { max_execution_time: '3' })).toMatchObject({ max_execution_time: '3' });
  });
});
