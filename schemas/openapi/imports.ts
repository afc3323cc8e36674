import { languages } from '../entities/access.js';
import { encodings, importStates, matchKeys } from '../entities/import_words.js';
import { importActions, skipReasons } from '../imports.js';
import { type JsonSchema, objectOf } from './json_schema.js';
import { failures, json, type Operation, type Paths, query, site } from './operation.js';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const texts: JsonSchema = { type: 'array', items: text };
const oneOf = (names: readonly string[]): JsonSchema => ({ type: 'string', enum: [...names] });
const id = { name: 'id', in: 'path', required: true, schema: text } as const;

const found = objectOf({
  id: text,
  name: text,
  by: text,
  at: number,
  state: oneOf(importStates),
  encoding: oneOf(encodings),
  delimiter: text,
  rows: number,
  columns: { type: 'array', items: objectOf({ name: text, samples: texts, field: text }) },
  matchBy: oneOf(matchKeys),
  counts: objectOf(Object.fromEntries(importActions.map((action) => [action, number]))),
  kept: number,
  progress: objectOf({ done: number, total: number }),
});

const row = objectOf({
  row: number,
  cells: texts,
  action: oneOf(importActions),
  reason: oneOf(['', ...skipReasons]),
  detail: text,
  person_id: text,
  changes: texts,
  unread: texts,
});

const begun = (operationId: string, summary: string, body?: JsonSchema): Record<string, Operation> => ({
  post: {
    operationId,
    summary,
    tags: ['imports'],
    parameters: [site, id],
    ...(body && { requestBody: { required: true, ...json(body) } }),
    responses: { 202: { description: 'It begins within seconds.', ...json(objectOf({})) }, ...failures },
  },
});

/** Files of people. */
export const importPaths: Paths = {
  '/v1/imports': {
    post: {
      operationId: 'send_import',
      summary: 'Reads a file of CSV: its columns, and what each seems to be. Nothing is told of anybody yet.',
      tags: ['imports'],
      parameters: [
        site,
        query('name', text, { description: 'What the file is called.' }),
        query('encoding', oneOf(encodings), {
          description: 'How it is written; found out where it is left out.',
        }),
        query('header', oneOf(['yes', 'no']), { description: 'Whether the first row names the columns.' }),
      ],
      requestBody: { required: true, content: { 'text/csv': { schema: text } } },
      responses: { 201: { description: 'The import.', ...json(found) }, ...failures },
    },
  },
  '/v1/imports/{id}': {
    get: {
      operationId: 'import',
      summary: 'An import as it stands; of an undone one beside it who is there all the same.',
      tags: ['imports'],
      parameters: [site, id],
      responses: { 200: { description: 'The import.', ...json(found) }, ...failures },
    },
  },
  '/v1/imports/{id}/preview': begun(
    'preview_import',
    'Has it worked out what becomes of each row.',
    objectOf({ mapping: texts, matchBy: oneOf(matchKeys) }),
  ),
  '/v1/imports/{id}/rows': {
    get: {
      operationId: 'import_rows',
      summary: 'What becomes of rows, with what stands in them.',
      tags: ['imports'],
      parameters: [
        site,
        id,
        query('action', oneOf(importActions)),
        query('after', number, { description: 'The row that the page before ended with.' }),
        query('limit', number),
      ],
      responses: {
        200: { description: 'Rows.', ...json(objectOf({ rows: { type: 'array', items: row } })) },
        ...failures,
      },
    },
  },
  '/v1/imports/{id}/failed': {
    get: {
      operationId: 'import_failed',
      summary: 'The rows that are skipped, each with the reason, as CSV.',
      tags: ['imports'],
      parameters: [
        site,
        id,
        query('language', oneOf(languages), { description: 'Of the reasons; English where it is left out.' }),
      ],
      responses: { 200: { description: 'Rows.', content: { 'text/csv': { schema: text } } }, ...failures },
    },
  },
  '/v1/imports/{id}/run': begun('run_import', 'Does what the preview says.'),
  '/v1/imports/{id}/undo': begun('undo_import', 'What it told of people counts no more.'),
};
