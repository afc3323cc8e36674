import * as v from 'valibot';
import type { Kind } from '../../schemas/entities/kind.js';
import type { ErrorDetail } from '../../schemas/rules.js';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';

export const isId = (text: string): boolean => /^(?!\.+$)[\w.-]{1,64}$/.test(text);

/** @throws LeadlineError `entity_invalid` */
export function requireId(id: string): string {
  if (isId(id)) return id;
  throw new LeadlineError('entity_invalid', 'An id is 1 to 64 of A-Z a-z 0-9 _ . and -, and not only dots.', {
    details: [{ path: 'id', rule: 'format', limit: 'id' }],
  });
}

/**
 * What people say of a record, as the kind's schema has it. `id`, `version` and what the collector notes may come back
 * with the fields, as an answer has them.
 *
 * @param id of the address; undefined where there is none yet
 * @throws LeadlineError `entity_invalid` with what is wrong
 */
export function readFields(kind: Kind, input: unknown, id?: string): Record<string, unknown> {
  // To Valibot a list is an object, too.
  if (Array.isArray(input))
    throw invalid('The body must be an object.', [{ path: '', rule: 'type', limit: 'object' }]);
  const result = v.safeParse(kind.schema, id === undefined ? input : withoutAnswered(kind, input, id));
  const flaw = result.success ? kind.check(result.output) : undefined;
  if (flaw) throw invalid(flaw.message, flaw.details);
  if (result.success) return result.output;
  throw invalid(`${explain(result.issues)}.`, detailsOf(result.issues));
}

export const invalid = (message: string, details: readonly ErrorDetail[]) =>
  new LeadlineError('entity_invalid', message, { details });

function withoutAnswered({ noted, told }: Kind, input: unknown, address: string): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const { id = address, version: _, ...rest } = input as Record<string, unknown>;
  const isField = ([name]: [string, unknown]) => !Object.hasOwn(noted, name) && !Object.hasOwn(told, name);
  if (id === address) return Object.fromEntries(Object.entries(rest).filter(isField));
  throw invalid(`id must be that of the address, "${address}", or left out.`, [
    { path: 'id', rule: 'one_of', limit: [address] },
  ]);
}
