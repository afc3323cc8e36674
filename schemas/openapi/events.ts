import { batch } from '../batch.js';
import { custom } from '../events/custom.js';
import { events } from '../events.js';
import { inputSchema, type JsonSchema, objectOf } from './json_schema.js';
import { failures, json, type Paths, query, reference } from './operation.js';

const nameOf = (type: string) =>
  `Event_${type}`.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The schemas of the batch, of each type of event, and of the answer. */
export function eventSchemas(): Record<string, JsonSchema> {
  const types = Object.entries(events).map(([type, { schema, from }]): [string, JsonSchema] => [
    nameOf(type),
    withoutId({
      description: from === 'anyone' ? 'From anyone.' : 'From a server, with an API key.',
      ...inputSchema(schema),
    }),
  ]);
  const own = inputSchema(batch);
  const refusal = objectOf({
    index: { type: 'integer' },
    id: { type: ['string', 'null'] },
    reason: { type: 'string' },
    message: { type: 'string' },
  });
  return {
    ...Object.fromEntries(types),
    EventOfYourOwn: withoutId(inputSchema(custom)),
    Batch: {
      ...own,
      properties: {
        ...(own.properties as object),
        events: {
          type: 'array',
          minItems: 1,
          maxItems: 500,
          items: { anyOf: [...types.map(([name]) => reference(name)), reference('EventOfYourOwn')] },
        },
      },
    },
    BatchAnswer: objectOf({ accepted: { type: 'integer' }, rejected: { type: 'array', items: refusal } }),
  };
}

/** An Idempotency-Key makes the ids of events that have none. */
const withoutId = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  required: (schema.required as string[]).filter((name) => name !== 'id'),
});

export const eventPaths = (): Paths => ({
  '/v1/events': {
    post: {
      operationId: 'send_events',
      summary: 'A batch of events; 202 once it is durable.',
      tags: ['events'],
      // The site's public key is in the batch.
      security: [{}, { key: [] }],
      parameters: [
        query('ack', { const: 'stored' }, { description: 'Answer only when queries see the events.' }),
        { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 255 } },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: reference('Batch') },
          'text/plain': { schema: reference('Batch') },
        },
      },
      responses: { 202: { description: 'Taken.', ...json(reference('BatchAnswer')) }, ...failures },
    },
  },
});
