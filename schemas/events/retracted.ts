import * as v from 'valibot';
import { id, shortText, uniqueId } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { column, fact } from './places.js';

/**
 * What was written of somebody was wrong: sent with an API key. It counts no more, in whatever order both come; the
 * timeline shows it struck through. Of an order nothing is retracted, since money is cancelled or refunded, but a refund that
 * has no `refundId` of its own: with its `orderId`.
 */
export const retracted = defineEvent({
  type: 'retracted',
  from: 'server',
  showsInterest: false,
  isSeen: false,
  fields: {
    /** The id of the event, which is one of the same person's. Without it, `import`. */
    event: fact(v.optional(uniqueId)),
    /** All that an import has told of the person. */
    import: fact(v.optional(id)),
    /** True takes an earlier retraction back: it counts again. */
    restored: fact(v.optional(v.boolean())),
    /** The order whose refund it is. */
    orderId: column('order_id', v.optional(id)),
    /** Who retracted it: the owner's own id of a sales rep. */
    rep: fact(v.optional(shortText)),
  },
});

export type Retracted = InputOf<typeof retracted>;
