import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

export type JsonSchema = { [key: string]: unknown };

/** What a sender writes, as JSON schema has it; what only a function checks is left to the answer's words. */
export function inputSchema(schema: v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    target: 'draft-2020-12',
  });
  return withoutUnicodeClasses(rest) as JsonSchema;
}

/** Patterns with classes of Unicode are not read by the tools of every language: those are left to the answer's words. */
function withoutUnicodeClasses(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnicodeClasses);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, own]) => name !== 'pattern' || !String(own).includes('\\p{'),
  );
  return Object.fromEntries(kept.map(([name, own]) => [name, withoutUnicodeClasses(own)]));
}

/** A column of ClickHouse as JSON carries it. */
export function columnSchema(type: string): JsonSchema {
  const [, outer = type, inner = ''] = /^(\w+)\((.*)\)$/.exec(type) ?? [];
  switch (outer) {
    case 'LowCardinality':
      return columnSchema(inner);
    case 'Nullable':
      return { anyOf: [columnSchema(inner), { type: 'null' }] };
    case 'Array':
      return { type: 'array', items: columnSchema(inner) };
    case 'Map':
      return { type: 'object', additionalProperties: columnSchema(inner.slice(inner.indexOf(', ') + 2)) };
    case 'Bool':
      return { type: 'boolean' };
    default:
      if (/^U?Int/.test(outer)) return { type: 'integer' };
      return { type: /^Float/.test(outer) ? 'number' : 'string' };
  }
}

/** An object with these properties, all of them there. */
export const objectOf = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
