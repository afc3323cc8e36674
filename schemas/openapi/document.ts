import { errorRules } from '../rules.js';
import { accessPaths } from './access.js';
import { eventPaths, eventSchemas } from './events.js';
import { feedbackPaths } from './feedback.js';
import { importPaths } from './imports.js';
import { type JsonSchema, objectOf } from './json_schema.js';
import { linkPaths } from './links.js';
import { failures, json, open, type Paths } from './operation.js';
import { ownerPaths } from './owner.js';
import { personPaths } from './persons.js';
import { productPaths } from './products.js';
import { queryPaths } from './queries.js';
import { recordPaths, recordSchemas } from './records.js';
import { streamPaths } from './stream.js';

/** The API as OpenAPI 3.1 tells it, out of the declarations of events, kinds of records and queries. */
export function openapiDocument(version: string): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Leadline', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { session: [] }],
    paths: {
      ...eventPaths(),
      ...queryPaths(),
      ...recordPaths(),
      ...personPaths,
      ...importPaths,
      ...productPaths,
      ...feedbackPaths,
      ...linkPaths,
      ...accessPaths,
      ...streamPaths,
      ...ownerPaths,
      ...otherPaths,
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, or the admin key.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-leadline_session' },
      },
      schemas: { Error: error, ...eventSchemas(), ...recordSchemas() },
    },
  };
}

const detail: JsonSchema = {
  type: 'object',
  properties: {
    path: { type: 'string', description: 'Where the value stands: lines.0.price.' },
    rule: { type: 'string', enum: errorRules },
    limit: { anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  },
  required: ['path', 'rule'],
};

const error = objectOf({
  error: {
    type: 'object',
    properties: {
      code: { type: 'string' },
      message: { type: 'string', description: 'What to do.' },
      details: { type: 'array', items: detail },
    },
    required: ['code', 'message'],
  },
});

const text = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: { type: 'string' } } },
});

/** What is none of these. */
const otherPaths: Paths = {
  '/healthz': {
    get: {
      operationId: 'health',
      summary: 'The process answers.',
      tags: ['operation'],
      security: open,
      responses: { 200: { description: 'It does.', ...json(objectOf({ status: { const: 'ok' } })) } },
    },
  },
  '/readyz': {
    get: {
      operationId: 'readiness',
      summary: 'It takes events; with the queue’s backlog, and whether ClickHouse is there.',
      tags: ['operation'],
      security: open,
      responses: {
        200: { description: 'It does.', ...json({ type: 'object' }) },
        503: { description: 'Its disk budget is spent.', ...json({ type: 'object' }) },
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'metrics',
      summary: 'The collector’s figures, for Prometheus.',
      tags: ['operation'],
      responses: { 200: text('The figures.', 'text/plain'), ...failures },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This document.',
      tags: ['operation'],
      security: open,
      responses: { 200: { description: 'OpenAPI 3.1.', ...json({ type: 'object' }) } },
    },
  },
  '/{script}': {
    get: {
      operationId: 'script',
      summary:
        'The browser script, leadline.js; also under names with a hash that never change their content.',
      tags: ['script'],
      security: open,
      parameters: [
        {
          name: 'script',
          in: 'path',
          required: true,
          schema: { type: 'string', pattern: '^leadline[.\\w]*\\.js$' },
        },
      ],
      responses: { 200: text('The script.', 'text/javascript'), ...failures },
    },
  },
};
