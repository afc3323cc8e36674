import { guard, options } from './internals.js';

/** The visitor's id as the main script keeps it; nothing where it may not, or has none yet. */
export const storedVisitor = (): string | undefined =>
  guard(() => localStorage[`leadline:${options.site}:visitor`] as string | undefined)();
