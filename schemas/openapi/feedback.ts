import { objectOf } from './json_schema.js';
import { failures, json, open, type Paths, page, site } from './operation.js';

const token = { name: 'token', in: 'path' as const, required: true, schema: { type: 'string' as const } };
const none = { 404: page('The link is none of ours.') };

/** What customers think of an order, asked for by a signed link. */
export const feedbackPaths: Paths = {
  '/v1/feedback-links': {
    post: {
      operationId: 'make_feedback_link',
      summary: 'A link by which the buyer of an order says what they think of it.',
      tags: ['people'],
      parameters: [site],
      requestBody: { required: true, ...json(objectOf({ order: { type: 'string' } })) },
      responses: {
        200: { description: 'The link.', ...json(objectOf({ url: { type: 'string' } })) },
        ...failures,
      },
    },
  },
  '/feedback/{token}': {
    get: {
      operationId: 'feedback_page',
      summary: 'Asks what somebody thinks of their order; changes nothing.',
      tags: ['people'],
      security: open,
      parameters: [token],
      responses: { 200: page('A form, in the reader’s language.'), ...none },
    },
    post: {
      operationId: 'give_feedback',
      summary: 'Says what somebody thinks of their order.',
      tags: ['people'],
      security: open,
      parameters: [token],
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              properties: { rating: { type: 'integer', minimum: 1, maximum: 5 }, text: { type: 'string' } },
            },
          },
        },
      },
      responses: { 200: page('It was taken.'), 400: page('Nothing was said.'), ...none },
    },
  },
};
