import { open, type Paths, page } from './operation.js';

/** Tracked links, as whoever has one follows it. */
export const linkPaths: Paths = {
  '/l/{token}': {
    get: {
      operationId: 'follow_link',
      summary: 'Records the click of a tracked link, and leads to its destination with `ll_click` added.',
      tags: ['links'],
      security: open,
      parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        302: {
          description: 'To the destination.',
          headers: { Location: { schema: { type: 'string', format: 'uri' } } },
        },
        404: page('The link is none of ours, was deleted or has expired.'),
      },
    },
  },
};
