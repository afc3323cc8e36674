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
 * What people say of a record, as the kind's schema has it. `id` and `version`, as an answer has them, may come back
 * with the fields.
 *
 * @param id of the address; undefined where there is none yet
 * @throws LeadlineError `entity_invalid` with what is wrong
 */
export function readFields({ schema }: Kind, input: unknown, id?: string): Record<string, unknown> {
  // To Valibot a list is an object, too.
  if (Array.isArray(input))
    throw invalid('The body must be an object.', [{ path: '', rule: 'type', limit: 'object' }]);
  const result = v.safeParse(schema, id === undefined ? input : withoutAddress(input, id));
  if (result.success) return result.output;
  throw invalid(`${explain(result.issues)}.`, detailsOf(result.issues));
}

export const invalid = (message: string, details: readonly ErrorDetail[]) =>
  new LeadlineError('entity_invalid', message, { details });

function withoutAddress(input: unknown, address: string): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const { id = address, version: _, ...fields } = input as Record<string, unknown>;
  if (id === address) return fields;
  throw invalid(`id must be that of the address, "${address}", or left out.`, [
    { path: 'id', rule: 'one_of', limit: [address] },
  ]);
}
