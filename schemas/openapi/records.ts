import * as v from 'valibot';
import type { Kind } from '../entities/kind.js';
import { entityKinds } from '../entities.js';
import { inputSchema, type JsonSchema, objectOf } from './json_schema.js';
import {
  failures,
  json,
  type Operation,
  type Parameter,
  type Paths,
  query,
  reference,
  site,
} from './operation.js';

const id: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^[\\w.-]{1,64}$' },
};
const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description:
    'The ETag of the version that is changed, or * for whatever stands there. Needed for what is there.',
  schema: { type: 'string' },
};
const found = { description: 'The record.', headers: { ETag: { schema: { type: 'string' } } } };

/** What every answer has beside the fields. */
const address = { id: { type: 'string' }, version: { type: 'integer' } };

/** What is written of a record, what is answered, and what a history has of it. */
export function recordSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.values<Kind>(entityKinds).flatMap(({ kind, schema, noted, told }) => {
      const { properties, required = [], ...rest } = inputSchema(schema) as ObjectSchema;
      const added = inputSchema(v.object({ ...noted, ...told })) as ObjectSchema;
      const answered = { ...properties, ...added.properties };
      const version = {
        ...address,
        by: { type: 'string' },
        byName: { type: 'string', description: 'Of a user, also of one who has left.' },
        at: { type: 'integer' },
        deleted: { const: true },
      };
      // A record may be sent as it was answered.
      const input = { ...rest, properties: { ...answered, ...address }, required };
      const record = {
        ...rest,
        properties: { ...answered, ...address },
        required: [...required, ...(added.required ?? []), 'id', 'version'],
      };
      return [
        [`${kind}_input`, input],
        [kind, record],
        [`${kind}_made`, { ...record, properties: { ...record.properties, ...toldOnce[kind] } }],
        // A deletion has no fields any more.
        [
          `${kind}_version`,
          { ...rest, properties: { ...answered, ...version }, required: ['id', 'version', 'by', 'at'] },
        ],
      ];
    }),
  );
}

/** What the answer that makes a record has beside it, this once. */
const toldOnce: Record<string, Record<string, JsonSchema>> = {
  invitations: { url: { type: 'string', description: 'The link, which nobody can tell a second time.' } },
  keys: { key: { type: 'string', description: 'The whole key, which nobody can tell a second time.' } },
};

type ObjectSchema = JsonSchema & { properties: Record<string, JsonSchema>; required?: string[] };

/** The addresses of every kind of record. */
export const recordPaths = (): Paths =>
  Object.assign({}, ...Object.values<Kind>(entityKinds).map((kind) => pathsOf(kind)));

function pathsOf({ kind, scope, references, search }: Kind): Paths {
  const whose = scope === 'site' ? site : { ...site, required: false };
  const operation = (
    verb: string,
    summary: string,
    rest: Pick<Operation, 'responses'> & Partial<Operation>,
  ): Operation => ({
    ...rest,
    operationId: `${verb}_${kind}`,
    summary,
    tags: [kind],
    responses: { ...rest.responses, ...failures },
  });
  const body = { required: true, ...json(reference(`${kind}_input`)) };
  const record = { ...found, ...json(reference(kind)) };
  // What is told this once, such as the whole of an API key.
  const made = { ...found, ...json(reference(`${kind}_made`)) };
  const conflict = {
    description: 'It has changed meanwhile: the record as it is now, null if there is none.',
    ...json({
      allOf: [reference('Error')],
      properties: { record: { anyOf: [reference(kind), { type: 'null' }] } },
      required: ['record'],
    }),
  };
  const rows = (items: JsonSchema) => ({
    description: 'Records.',
    ...json(
      objectOf({
        rows: { type: 'array', items },
        meta: { type: 'object', properties: { cursor: { type: 'string' } } },
      }),
    ),
  });
  return {
    [`/v1/entities/${kind}`]: {
      get: operation('list', `The ${kind}, by id.`, {
        parameters: [
          whose,
          ...(search.length > 0 ? [query('search', { type: 'string' })] : []),
          query('limit', { type: 'integer', minimum: 1, maximum: 1_000 }),
          query('cursor', { type: 'string' }),
          ...Object.keys(references).map((field) => query(field, { type: 'string' })),
        ],
        responses: { 200: rows(reference(kind)) },
      }),
      post: operation('create', `Makes one of the ${kind} under an id made here.`, {
        parameters: [whose],
        requestBody: body,
        responses: {
          201: { ...made, headers: { ...found.headers, Location: { schema: { type: 'string' } } } },
        },
      }),
    },
    [`/v1/entities/${kind}/{id}`]: {
      get: operation('read', `One of the ${kind}.`, { parameters: [id, whose], responses: { 200: record } }),
      put: operation('write', `Makes one of the ${kind}, or replaces it whole.`, {
        parameters: [id, whose, ifMatch],
        requestBody: body,
        responses: { 200: made, 412: conflict },
      }),
      delete: operation('delete', `Deletes one of the ${kind}; its history stays.`, {
        parameters: [id, whose, ifMatch],
        responses: { 204: { description: 'Deleted.' }, 412: conflict },
      }),
    },
    [`/v1/entities/${kind}/{id}/history`]: {
      get: operation('history', `Every version of one of the ${kind}, newest first.`, {
        parameters: [id, whose],
        responses: { 200: rows(reference(`${kind}_version`)) },
      }),
    },
  };
}
