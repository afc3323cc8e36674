import { mailTools } from '../mail_tools.js';
import { objectOf } from './json_schema.js';
import { failures, json, open, type Paths, page, query, site } from './operation.js';

const to = {
  302: {
    description: 'To the destination.',
    headers: { Location: { schema: { type: 'string', format: 'uri' } } },
  },
  404: page('The link is none of ours, was deleted or has expired.'),
};
const part = (name: string) => ({
  name,
  in: 'path' as const,
  required: true,
  schema: { type: 'string' as const },
});
const recipient = {
  type: 'object' as const,
  description: 'One of them.',
  properties: {
    email: { type: 'string' as const },
    customer: { type: 'string' as const },
    person: { type: 'string' as const },
  },
};

/** Tracked links: made for recipients, and as whoever has one follows it. */
export const linkPaths: Paths = {
  '/l/{token}': {
    get: {
      operationId: 'follow_link',
      summary: 'Records the click of a tracked link, and leads to its destination with `ll_click` added.',
      tags: ['links'],
      security: open,
      parameters: [
        part('token'),
        query('r', { type: 'string' }, { description: 'What a mail tool fills in.' }),
      ],
      responses: to,
    },
  },
  '/l/{token}/{recipient}': {
    get: {
      operationId: 'follow_recipients_link',
      summary: 'The same, of a link that was made for somebody.',
      tags: ['links'],
      security: open,
      parameters: [part('token'), part('recipient')],
      responses: to,
    },
  },
  '/v1/links/html': {
    post: {
      operationId: 'track_email',
      summary: 'An e-mail with tracked links in place of its addresses; nothing else of it changes.',
      tags: ['links'],
      parameters: [site],
      requestBody: {
        required: true,
        ...json({
          type: 'object',
          properties: {
            html: { type: 'string' },
            text: { type: 'string' },
            campaign: { type: 'string', description: 'Its id or name; a new name makes it.' },
            tool: { type: 'string', enum: Object.keys(mailTools) },
          },
          required: ['campaign'],
        }),
      },
      responses: {
        200: {
          description: 'The e-mail, its links, and the addresses that stay as they were.',
          ...json(
            objectOf({
              html: { type: 'string' },
              text: { type: 'string' },
              campaign: { type: 'string' },
              links: {
                type: 'array',
                items: objectOf({
                  link: { type: 'string' },
                  destination: { type: 'string' },
                  url: { type: 'string' },
                  count: { type: 'integer' },
                }),
              },
              untouched: {
                type: 'array',
                items: objectOf({ address: { type: 'string' }, why: { type: 'string' } }),
              },
            }),
          ),
        },
        ...failures,
      },
    },
  },
  '/v1/links/recipients': {
    post: {
      operationId: 'make_recipients_links',
      summary: 'An address of a link for each of its recipients.',
      tags: ['links'],
      parameters: [site],
      requestBody: {
        required: true,
        ...json(objectOf({ link: { type: 'string' }, recipients: { type: 'array', items: recipient } })),
      },
      responses: {
        200: {
          description: 'In the order of the recipients.',
          ...json(
            objectOf({ rows: { type: 'array', items: objectOf({ recipient, url: { type: 'string' } }) } }),
          ),
        },
        ...failures,
      },
    },
  },
};
