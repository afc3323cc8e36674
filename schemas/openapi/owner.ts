import { installation } from '../installation.js';
import { systemState } from '../system.js';
import { inputSchema, type JsonSchema, objectOf } from './json_schema.js';
import { failures, json, type Operation, type Paths } from './operation.js';

const site = {
  name: 'site',
  in: 'path' as const,
  required: true,
  schema: { type: 'string', pattern: '^[\\w.-]{1,64}$' },
};

const get = (
  operationId: string,
  summary: string,
  answer: JsonSchema,
  rest: Partial<Operation> = {},
): Record<string, Operation> => ({
  get: {
    operationId,
    summary,
    tags: ['operation'],
    responses: { 200: { description: 'What is known.', ...json(answer) }, ...failures },
    ...rest,
  },
});

/** What owners look at: a site's secret, whether its tag works, how the whole does. */
export const ownerPaths: Paths = {
  '/v1/sites/{site}/identity': get(
    'read_identity_secret',
    'What the site’s servers sign identities with.',
    objectOf({ secret: { type: 'string' }, revision: { type: 'integer' } }),
    { parameters: [site] },
  ),
  '/v1/sites/{site}/installation': get(
    'read_installation',
    'What of the site’s pages has reached the collector: whether the tag works.',
    inputSchema(installation),
    { parameters: [site] },
  ),
  '/v1/system': get('read_system', 'How this Leadline does.', inputSchema(systemState)),
};
