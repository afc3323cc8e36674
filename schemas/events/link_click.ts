import * as v from 'valibot';
import { oneLine, url } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { by } from './places.js';

/** A link that leaves the page was clicked: to another host, a file, an e-mail address or a phone number. */
export const linkClick = defineEvent({
  type: 'link_click',
  from: 'anyone',
  fields: {
    link: by(
      'link',
      v.object({
        url,
        text: v.optional(oneLine),
        /** Told by the address where it is not sent. */
        kind: v.optional(v.picklist(['outbound', 'download', 'email', 'phone'])),
      }),
    ),
  },
});

export type LinkClick = InputOf<typeof linkClick>;
