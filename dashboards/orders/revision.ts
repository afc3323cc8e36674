/** Revisions above it are moments in milliseconds (2001 and later); below it they are counted. */
const COUNTED_MAX = 1e12;

/**
 * The revision of the next change of an order: counted on, or by the clock where the shop uses that.
 *
 * @param highest so far; below 0 where nobody has changed it
 */
export const nextRevision = (highest: number, now: number): number =>
  highest > COUNTED_MAX ? Math.max(highest + 1, now) : Math.max(highest, 0) + 1;
