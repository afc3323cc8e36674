import { describe, expect, it } from 'vitest';
import { contentType, headerLength } from './formats.js';

const length = (text: string, lines: number) => headerLength(new TextEncoder().encode(text), lines);

describe('headerLength', () => {
  it.each([
    ['1,2\n', 0, 0],
    ['"a","b"\n1,2\n', 1, 8],
    ['"a\nb"\n1\n', 1, 6],
    ['"a""b"\n"String"\n1\n', 2, 16],
    ['["a"]\n', 1, 6],
    ['', 1, 0],
  ])('%j, %i lines', (text, lines, expected) => {
    expect(length(text, lines)).toBe(expected);
  });
});

it('names the type of a format', () => {
  expect(contentType('JSON')).toContain('application/json');
  expect(contentType('JSONCompactEachRowWithNames')).toContain('ndjson');
  expect(contentType('CSVWithNamesAndTypes')).toContain('header=present');
  expect(contentType('Pretty')).toContain('text/plain');
});
