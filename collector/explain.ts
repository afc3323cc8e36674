import * as v from 'valibot';
import { type ErrorDetail, formatOf } from '../schemas/rules.js';

/**
 * To most senders a field that is null is a field that is not there. What we do not know keeps its nulls, and so does what
 * is declared to take one.
 */
export function withoutNulls(input: unknown, schema: object): unknown {
  return hasNull(input, schema) ? leftOut(input, schema) : input;
}

/** Few events have any: looking costs a tenth of taking an event apart. */
function hasNull(input: unknown, schema: object): boolean {
  if (typeof input !== 'object' || input === null) return false;
  const entries = entriesOf(schema);
  if (!entries) return false;
  for (const name in entries) {
    const value = (input as Record<string, unknown>)[name];
    const inner = entries[name] ?? {};
    if (value === null ? !takesNull(inner) : hasNull(value, inner)) return true;
  }
  return false;
}

function leftOut(input: unknown, schema: object): unknown {
  const entries = entriesOf(schema);
  if (typeof input !== 'object' || input === null || Array.isArray(input) || !entries) return input;
  return Object.fromEntries(
    Object.entries(input)
      .filter(
        ([name, value]) => value !== null || !Object.hasOwn(entries, name) || takesNull(entries[name] ?? {}),
      )
      .map(([name, value]) => [
        name,
        Object.hasOwn(entries, name) ? leftOut(value, entries[name] ?? {}) : value,
      ]),
  );
}

const takesNull = (schema: object) => 'type' in schema && /^null(?:able|ish)$/.test(String(schema.type));

/** The fields of an object's schema, also of one that may be missing. */
function entriesOf(schema: object): Record<string, object> | undefined {
  const inner = 'wrapped' in schema ? (schema.wrapped as object) : schema;
  return 'entries' in inner ? (inner.entries as Record<string, object>) : undefined;
}

/** The first thing wrong, with its path: "form.fields must be an object …". Never the value itself. */
export function explain(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  if (!issue) return 'not valid';
  const path = v.getDotPath(issue);
  return path ? `${path} ${rule(issue)}` : rule(issue);
}

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
};

/** What the value has to be, in words. */
function rule({ type, received, expected, requirement, message, input }: v.BaseIssue<unknown>): string {
  const counted = typeof input === 'string' ? 'characters' : 'entries';
  if (received === 'undefined') return 'is missing';
  if (expected === 'never') return 'is not a field of this record';
  switch (type) {
    case 'regex':
    case 'email':
    case 'check':
    case 'custom':
      return message;
    case 'min_value':
      return `must be ${requirement} or more`;
    case 'max_value':
      return `must be ${requirement} or less`;
    case 'min_length':
      return requirement === 1 ? 'must not be empty' : `must have ${requirement} ${counted} or more`;
    case 'max_length':
      return `must have ${requirement} ${counted} at most`;
    default: {
      const kinds = expected?.replace(/[()]/g, '').split(' | ') ?? [];
      return `must be ${kinds.map((kind) => NAMES[kind] ?? kind).join(' or ')}`;
    }
  }
}

/** All that is wrong, for a program or a page to say in its own words. Never the values themselves. */
export function detailsOf(issues: readonly v.BaseIssue<unknown>[]): ErrorDetail[] {
  return issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', ...detailOf(issue) }));
}

function detailOf(issue: v.BaseIssue<unknown>): Omit<ErrorDetail, 'path'> {
  const { type, received, expected, requirement } = issue;
  if (received === 'undefined') return { rule: 'missing' };
  if (expected === 'never') return { rule: 'unknown' };
  switch (type) {
    case 'min_value':
      return { rule: 'too_small', limit: Number(requirement) };
    case 'max_value':
      return { rule: 'too_large', limit: Number(requirement) };
    case 'min_length':
      return { rule: 'too_short', limit: Number(requirement) };
    case 'max_length':
      return { rule: 'too_long', limit: Number(requirement) };
    case 'picklist':
      return { rule: 'one_of', limit: optionsOf(expected) };
    case 'regex':
    case 'email':
    case 'check':
    case 'custom':
    case 'finite': {
      const name = formatOf(requirement);
      return { rule: 'format', ...(name && { limit: name }) };
    }
    default:
      return { rule: 'type', limit: (expected ?? '').replace(/[()]/g, '').toLowerCase() };
  }
}

/** `("a" | "b")`, as the library lists them. */
const optionsOf = (expected: string | null) =>
  [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, option = '']) => option);
