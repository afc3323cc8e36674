import type { adopt } from '../delivery.js';
import type { listeners } from '../guard.js';
import type { commands, Options } from '../options.js';

/** What the main script hands over. */
export type Internals = [
  commands: typeof commands,
  options: Options,
  listeners: typeof listeners,
  adopt: typeof adopt,
];
