import * as v from 'valibot';
import { type Event, reservedTypes, schemaOf } from '../../schemas/events.js';
import type { Refusal } from './step.js';

/** Reads one event of a batch against the schema of its type. */
export function validate(input: unknown): { event: Event } | { refusal: Refusal } {
  const type = (input as { type?: unknown } | null)?.type;
  if (typeof type === 'string' && reservedTypes.has(type)) {
    return refuse('type_reserved', `type "${type}" is a name of Leadline's own: choose another one`);
  }
  const result = v.safeParse(schemaOf(type), input);
  return result.success ? { event: result.output } : refuse('event_invalid', explain(result.issues));
}

const refuse = (reason: Refusal['reason'], message: string) => ({ refusal: { reason, message } });

/** The first thing wrong, with its path: "form.fields: must be an object …". Never the value itself. */
export function explain(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  if (!issue) return 'not valid';
  const path = v.getDotPath(issue);
  const wrong =
    issue.received === 'undefined'
      ? 'is missing'
      : issue.type === 'regex' || issue.type === 'check' || issue.type === 'custom'
        ? issue.message
        : `expected ${issue.expected ?? 'something else'}`;
  return path ? `${path} ${wrong}` : wrong;
}
