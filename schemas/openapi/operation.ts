import type { JsonSchema } from './json_schema.js';

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

/** An operation as OpenAPI has it, as far as we say it. */
export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: object;
  responses: Record<string, object>;
}

export type Paths = Record<string, Record<string, Operation>>;

export const json = (schema: JsonSchema) => ({ content: { 'application/json': { schema } } });
/** For people to read. */
export const page = (description: string) => ({
  description,
  content: { 'text/html': { schema: { type: 'string' as const } } },
});
export const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** What every route may answer that a caller is let in to. */
export const failures = {
  '4XX': { description: 'What is wrong with the request, and what to do.', ...json(reference('Error')) },
  '5XX': {
    description: 'Try again after Retry-After seconds, where it is there.',
    ...json(reference('Error')),
  },
};

/** Whoever needs no key. */
export const open: Record<string, string[]>[] = [{}];

export const query = (name: string, schema: JsonSchema, rest: Partial<Parameter> = {}): Parameter => ({
  name,
  in: 'query',
  schema,
  ...rest,
});

export const site = query('site', { type: 'string' }, { required: true, description: 'The key of a site.' });
