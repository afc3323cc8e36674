import type { Context } from 'hono';
import type { ErrorRule } from '../../schemas/rules.js';
import { LeadlineError } from '../errors.js';

const LIMIT_DEFAULT = 100;
const LIMIT_MAX = 1_000;

/**
 * The parameters of a request, each once; empty ones count as left out.
 *
 * @throws LeadlineError `parameter_invalid` for one that the address does not know
 */
export function parametersOf(c: Context, known: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (!known.includes(name)) {
      const others = known.length > 0 ? `only ${known.join(', ')}` : 'this takes none';
      throw wrong(name, 'unknown', `There is no parameter "${name.slice(0, 64)}": ${others}.`);
    }
    const [value = '', ...others] = values;
    if (others.length > 0) throw wrong(name, 'too_long', `${name} may be given once.`);
    if (value !== '') found.set(name, value);
  }
  return found;
}

export const wrong = (name: string, rule: ErrorRule, message: string) =>
  new LeadlineError('parameter_invalid', message, { details: [{ path: name, rule }] });

/** One of several names; undefined where it is left out. @throws LeadlineError `parameter_invalid` */
export function chosen<const Name extends string>(
  parameters: ReadonlyMap<string, string>,
  parameter: string,
  names: readonly Name[],
): Name | undefined {
  const text = parameters.get(parameter);
  const name = names.find((one) => one === text);
  if (text !== undefined && name === undefined)
    throw wrong(parameter, 'one_of', `${parameter} must be one of ${names.join(', ')}.`);
  return name;
}

/** How many rows are asked for. @throws LeadlineError `parameter_invalid` */
export function limitOf(parameters: ReadonlyMap<string, string>): number {
  const text = parameters.get('limit') ?? String(LIMIT_DEFAULT);
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > LIMIT_MAX)
    throw wrong(
      'limit',
      limit > LIMIT_MAX ? 'too_large' : 'too_small',
      `limit must be a number from 1 to ${LIMIT_MAX}.`,
    );
  return limit;
}

/** Where the next page begins: after this id, below this version. Opaque, so that it can become something else. */
export const cursorAt = (place: string) => Buffer.from(place).toString('base64url');

/** @throws LeadlineError `parameter_invalid` for what is no cursor of ours */
export function placeOfCursor(
  parameters: ReadonlyMap<string, string>,
  isPlace: (place: string) => boolean,
): string | undefined {
  const cursor = parameters.get('cursor');
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, 'base64url').toString();
  if (isPlace(place) && cursorAt(place) === cursor) return place;
  throw wrong('cursor', 'format', 'cursor must be one that an answer of this list had in its meta.');
}
