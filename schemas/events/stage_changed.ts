import * as v from 'valibot';
import { commonEntries, freeText, id, shortText } from './common.js';

/**
 * Somebody came to another stage of the owner's sales process: sent with an API key. `new`, `working`, `qualified` and
 * `disqualified` are the person's status from then on; any other name is the owner's own and stands on the timeline.
 */
export const stageChanged = v.looseObject({
  ...commonEntries,
  type: v.literal('stage_changed'),
  stage: id,
  /** The stage before. */
  from: v.optional(shortText),
  reason: v.optional(freeText),
  /** Who changed it: the owner's own id of a sales rep. */
  rep: v.optional(shortText),
});

export type StageChanged = v.InferInput<typeof stageChanged>;
