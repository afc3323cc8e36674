import * as v from 'valibot';
import type { NamedQueryRows } from '../../schemas/api.js';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';
import type { Store } from '../store/store.js';
import { type Cursor, decodeCursor, START } from './cursor.js';
import { leads } from './leads.js';
import { person, timeline } from './person.js';
import { rejectedEvents } from './rejected_events.js';

const LIMIT_MAX = 1_000;

const parameters = v.object({
  site: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  person: v.optional(v.pipe(v.string(), v.maxLength(128)), ''),
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, `must be a number from 1 to ${LIMIT_MAX}`),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(LIMIT_MAX),
    ),
    '50',
  ),
  cursor: v.optional(v.pipe(v.string(), v.transform(decodeCursor)), undefined),
});

export type Parameters = Omit<v.InferOutput<typeof parameters>, 'cursor'> & { cursor: Cursor };

export type NamedQuery<Name extends keyof NamedQueryRows> = (
  store: Store,
  parameters: Parameters,
) => Promise<{ rows: NamedQueryRows[Name][]; cursor?: string }>;

/** The queries of `GET /v1/query/<name>`. A new one is a line here. */
const named: { [Name in keyof NamedQueryRows]: NamedQuery<Name> } = {
  leads,
  person,
  timeline,
  rejected_events: rejectedEvents,
};

/** Every query there is; what must hold for all of them is tested over this list. */
export const queryNames = Object.keys(named) as (keyof NamedQueryRows)[];

/** Which queries make no sense without a person. */
const NEEDS_PERSON: ReadonlySet<string> = new Set(['person', 'timeline'] satisfies (keyof NamedQueryRows)[]);

/**
 * Runs a named query with the parameters of a request.
 *
 * @throws LeadlineError `query_unknown`, `parameter_invalid`, and what `Store.query` throws
 */
export async function runNamed(store: Store, name: string, input: Record<string, string>) {
  if (!isNamed(name)) {
    throw new LeadlineError(
      'query_unknown',
      `There is no query "${name}". There are: ${queryNames.join(', ')}.`,
    );
  }
  const result = v.safeParse(parameters, input);
  if (!result.success)
    throw new LeadlineError('parameter_invalid', `Query ${name}: ${explain(result.issues)}.`, {
      details: detailsOf(result.issues),
    });
  if (NEEDS_PERSON.has(name) && !result.output.person) {
    throw new LeadlineError('parameter_invalid', `Query ${name}: person is missing.`);
  }
  return named[name](store, { ...result.output, cursor: result.output.cursor ?? START });
}

const isNamed = (name: string): name is keyof NamedQueryRows => Object.hasOwn(named, name);
