import * as v from 'valibot';
import { commonEntries, oneLine, url } from './common.js';

/** A link that leaves the page was clicked: to another host, a file, an e-mail address or a phone number. */
export const linkClick = v.looseObject({
  ...commonEntries,
  type: v.literal('link_click'),
  link: v.object({
    url,
    text: v.optional(oneLine),
    /** Told by the address where it is not sent. */
    kind: v.optional(v.picklist(['outbound', 'download', 'email', 'phone'])),
  }),
});

export type LinkClick = v.InferInput<typeof linkClick>;
