import * as v from 'valibot';
import { definitionOf, reservedTypes, schemaOf } from '../../schemas/events.js';
import { explain, withoutNulls } from '../explain.js';
import { check } from './step.js';

const REASONS = ['event_invalid', 'type_reserved', 'server_only'] as const;

/** Reads an event against the schema of its type; the public key may send less than an API key. */
export const validate = check('schema', REASONS, (draft, { isPublic, isOwn }) => {
  const { input, row } = draft;
  const type = (input as { type?: unknown } | null)?.type;
  if (typeof type === 'string' && reservedTypes.has(type) && !isOwn) {
    return {
      reason: 'type_reserved',
      message: `type "${type}" is a name of Leadline's own: choose another one`,
    };
  }
  const definition = definitionOf(type);
  if (isPublic && definition?.from === 'server') {
    return {
      reason: 'server_only',
      message: `${type} counts from a server only: send it with an API key`,
    };
  }
  const schema = schemaOf(type);
  const known = withoutNulls(input, schema);
  const result = v.safeParse(schema, ofSender(known, { isPublic, isOwn }));
  if (!result.success) {
    const message = explain(result.issues);
    const isUnnamed = !isPublic && message === 'id is missing';
    return {
      reason: 'event_invalid',
      message: isUnnamed ? `${message}: send one, or an Idempotency-Key header` : message,
    };
  }
  draft.event = result.output;
  draft.definition = definition;
  row.event_id = draft.event.id;
  row.type = draft.event.type;
  return undefined;
});

/**
 * Without what such a sender may not say. Anybody can send anything with the public key: whose its events are, the batch's
 * visitor tells. By whose link somebody came, the collector alone.
 */
function ofSender(
  input: unknown,
  { isPublic, isOwn }: { isPublic: boolean; isOwn: true | undefined },
): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const said: Record<string, unknown> = { ...input };
  if (isPublic) {
    delete said.person;
    delete said.visitor;
  }
  if (said.type === 'identify' && !isOwn) delete said.click;
  return said;
}
