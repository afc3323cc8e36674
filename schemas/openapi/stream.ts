import { failures, type Paths, site } from './operation.js';

export const streamPaths: Paths = {
  '/v1/stream': {
    get: {
      operationId: 'stream',
      summary: 'Says what has changed at a site, as server-sent events.',
      tags: ['queries'],
      security: [{ session: [] }],
      parameters: [site],
      responses: {
        200: {
          description:
            'Events `changed` whose data is `{"queries":[…],"kinds":[…]}`: names of queries whose answers may be others now, and of kinds of records.',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        ...failures,
      },
    },
  },
};
