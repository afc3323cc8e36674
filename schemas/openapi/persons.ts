import { person } from '../queries/person.js';
import { type JsonSchema, objectOf } from './json_schema.js';
import { failures, json, type Operation, type Paths, query, site } from './operation.js';
import { rowOf } from './queries.js';

const personId: JsonSchema = { type: 'string', description: 'Any id that a person ever had.' };

const decide = (operationId: string, summary: string, answer: JsonSchema): Record<string, Operation> => ({
  post: {
    operationId,
    summary,
    tags: ['people'],
    parameters: [site, { name: 'id', in: 'path', required: true, schema: personId }],
    requestBody: { required: true, ...json(objectOf({ other: personId })) },
    responses: { 200: { description: 'It is decided.', ...json(answer) }, ...failures },
  },
});

/** Null where nothing would be told of them. */
const side: JsonSchema = {
  anyOf: [rowOf(person as unknown as Parameters<typeof rowOf>[0]), { type: 'null' }],
};

const parted: Operation = {
  operationId: 'persons_separated',
  summary: 'What two ids would be if they were two persons; nothing is changed.',
  tags: ['people'],
  parameters: [
    site,
    { name: 'id', in: 'path', required: true, schema: personId },
    query('other', personId, { required: true }),
  ],
  responses: {
    200: { description: 'Both, each as a row of people.', ...json(objectOf({ person: side, other: side })) },
    ...failures,
  },
};

/** What is decided of persons by hand. */
export const personPaths: Paths = {
  '/v1/persons/{id}/join': decide(
    'join_persons',
    'Two persons are one from now on; separating them undoes it.',
    objectOf({ person: personId }),
  ),
  '/v1/persons/{id}/separate': {
    ...decide(
      'separate_persons',
      'Two ids are two persons, and stay so whatever says otherwise; joining them undoes it.',
      objectOf({ person: personId, other: personId }),
    ),
    get: parted,
  },
  '/v1/persons/{id}/undecide': decide(
    'undecide_persons',
    'What was decided last between exactly these two ids is taken back: they are what else is known of them.',
    objectOf({ person: personId, other: personId }),
  ),
};
