import { encodings } from '../entities/import_words.js';
import { importActions } from '../imports.js';
import { productImportFields, productSkipReasons } from '../product_imports.js';
import { type JsonSchema, objectOf } from './json_schema.js';
import { failures, json, type Paths, query, reference, site } from './operation.js';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const texts: JsonSchema = { type: 'array', items: text };
const oneOf = (names: readonly string[]): JsonSchema => ({ type: 'string', enum: [...names] });

const row = objectOf({
  row: number,
  action: oneOf(importActions),
  reason: oneOf(['', ...productSkipReasons]),
  detail: text,
  id: text,
  name: text,
  changes: texts,
  version: number,
  product: reference('products'),
});

const found = objectOf({
  encoding: oneOf(encodings),
  delimiter: text,
  columns: {
    type: 'array',
    items: objectOf({ name: text, samples: texts, field: oneOf(['', ...productImportFields]) }),
  },
  counts: objectOf(Object.fromEntries(importActions.map((action) => [action, number]))),
  rows: { type: 'array', items: row },
});

/** Files of products. */
export const productPaths: Paths = {
  '/v1/products/preview': {
    post: {
      operationId: 'preview_products',
      summary: 'What a file of products says, and what would become of each row. Nothing is stored of it.',
      tags: ['records'],
      parameters: [
        site,
        query('encoding', oneOf(encodings), {
          description: 'How it is written; found out where it is left out.',
        }),
        query('mapping', text, { description: 'What each column is, with commas between: id,name,,price.' }),
      ],
      requestBody: { required: true, content: { 'text/csv': { schema: text } } },
      responses: { 200: { description: 'What would become of it.', ...json(found) }, ...failures },
    },
  },
};
