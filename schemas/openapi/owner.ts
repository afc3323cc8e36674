import { installation } from '../installation.js';
import { jobNames } from '../jobs.js';
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

const start = (operationId: string, summary: string, rest: Partial<Operation> & { id?: JsonSchema }) => {
  const { id, ...others } = rest;
  const properties = { job: { type: 'string', enum: jobNames }, ...(id && { id }) };
  const body: JsonSchema = { type: 'object', properties, required: ['job'] };
  return {
    post: {
      operationId,
      summary,
      tags: ['operation'],
      requestBody: { required: true, ...json(body) },
      responses: { 202: { description: 'It begins within seconds.', ...json(objectOf({})) }, ...failures },
      ...others,
    },
  };
};

/** What owners look at, and set going: a site's secret, whether its tag works, how the whole does, background work. */
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
  '/v1/sites/{site}/jobs': start('start_site_job', 'Asks for background work of a site.', {
    parameters: [site],
    id: { type: 'string', description: 'Which, where a site has several.' },
  }),
  '/v1/jobs': start('start_job', 'Asks for background work of the instance.', {}),
  '/v1/system': get('read_system', 'How this Leadline does.', inputSchema(systemState)),
};
