import { expect, it } from 'vitest';
import { nextRevision } from './revision.js';

const now = Date.UTC(2026, 10, 30);

it.each([
  [-1, 1],
  [0, 1],
  [7, 8],
  [now - 5, now],
  [now + 5, now + 6],
])('after the revision %i comes %i', (highest, next) => expect(nextRevision(highest, now)).toBe(next));
