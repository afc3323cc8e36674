import * as v from 'valibot';
import { cut, milliseconds, shortText } from './common.js';

/** What is to be done next for somebody, when, and by whom; without `rep` by whoever has charge of them. */
export const nextStepEntries = {
  /** Milliseconds since 1970 in UTC. */
  at: milliseconds,
  /** Such as "Call about the offer". */
  what: v.optional(cut(500)),
  /** The owner's own id or e-mail address of a sales rep. */
  rep: v.optional(shortText),
};
