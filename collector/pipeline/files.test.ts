import { describe, expect, it } from 'vitest';
import { describeFiles } from './files.js';

const file = (name: string, size?: number, type?: string) => ({ name, size, type });

describe('describeFiles', () => {
  it.each([
    [file('cv.pdf', 6, 'application/pdf'), 'cv.pdf (application/pdf, 6 bytes)'],
    [file('cv.pdf', 1, ''), 'cv.pdf (1 byte)'],
    [file('cv.pdf', 0, 'text/plain'), 'cv.pdf (text/plain, 0 bytes)'],
    [file('cv.pdf', undefined, 'text/plain'), 'cv.pdf (text/plain)'],
    [file('cv.pdf'), 'cv.pdf'],
    [file('other.pdf', 6, 'application/pdf'), 'cv.pdf'],
  ])('of %j', (hint, text) => expect(describeFiles(['cv.pdf'], [hint])).toEqual([text]));

  it('tells files apart by name, and equal names by their order', () => {
    const files = [file('a', 1), file('b', 2), file('a', 3)];
    expect(describeFiles(['b', 'a', 'c', 'a', 'a'], files)).toEqual([
      'b (2 bytes)',
      'a (1 byte)',
      'c',
      'a (3 bytes)',
      'a',
    ]);
  });

  it('leaves other fields alone', () => {
    expect(describeFiles(['text'])).toEqual(['text']);
    expect(describeFiles([], [file('a', 1)])).toEqual([]);
  });
});
