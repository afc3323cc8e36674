import type { Options } from '../options.js';
import { guard } from './internals.js';

/** The visitor's id as the main script keeps it; nothing where it may not, or has none yet. */
export const storedVisitor = ({ site }: Options): string | undefined =>
  guard(() => localStorage[`leadline:${site}:visitor`] as string | undefined)();
