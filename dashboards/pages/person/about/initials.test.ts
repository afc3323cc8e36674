import { expect, it } from 'vitest';
import { initialsOf } from './initials.js';

it.each([
  ['Rocío del Cucharilla', 'RC'],
  ['madonna', 'M'],
  ['“Ada” (Lovelace)', 'AL'],
  ['😀 Ana', 'A'],
  ['مرحبا بالعالم', 'مب'],
  ['<b>Bold</b>', 'B'],
  ['', ''],
])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
