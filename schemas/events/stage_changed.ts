import * as v from 'valibot';
import { freeText, id, shortText } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { fact, importField, written } from './places.js';

/**
 * Somebody came to another stage of the owner's sales process: sent with an API key. `new`, `working`, `qualified` and
 * `disqualified` are the person's status from then on; any other name is the owner's own and stands on the timeline.
 */
export const stageChanged = defineEvent({
  type: 'stage_changed',
  from: 'server',
  showsInterest: false,
  isSeen: false,
  fields: {
    stage: fact(id, { column: 'stage', scrub: true }),
    /** The stage before. */
    from: fact(v.optional(shortText)),
    reason: written(v.optional(freeText)),
    /** Who changed it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
    import: importField,
  },
});

export type StageChanged = InputOf<typeof stageChanged>;
