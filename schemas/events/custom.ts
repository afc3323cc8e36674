import * as v from 'valibot';
import { commonEntries } from './common.js';

/** A name of the owner's own, sent through `track`. */
export const custom = v.looseObject({
  ...commonEntries,
  type: v.pipe(
    v.string(),
    v.regex(
      /^[\p{L}\p{N}][\p{L}\p{N} _.:/-]{0,63}$/u,
      'must be 1 to 64 letters, digits, spaces or _ . : / -',
    ),
  ),
});

export type Custom = v.InferInput<typeof custom>;
