import { add, adopt } from './delivery.js';
import { take } from './forms.js';
import { guard, listeners, on, read } from './guard.js';
import { hooks } from './hooks.js';
import type { Internals } from './more/internals.js';
import { commands, options } from './options.js';
import { stamp } from './page.js';
import { passwords, watchPasswords } from './passwords.js';
import { hidden, mask, maskUrl } from './safety.js';
import { keep, kept } from './storage.js';
import { around } from './submission.js';

/** For the second file: what need not run first, and what only some pages have (`more/`). */
export const internals = (): Internals => [
  guard,
  read,
  commands,
  options,
  hooks,
  listeners,
  on,
  add,
  adopt,
  stamp,
  keep,
  kept,
  mask,
  maskUrl,
  hidden,
  around,
  take,
  passwords,
  watchPasswords,
];
