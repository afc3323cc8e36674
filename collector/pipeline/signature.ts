import { eventsFor } from '../../schemas/events.js';
import { identitySecret } from '../identity/identity_secret.js';
import { isSignedBy } from '../identity/signature.js';
import { step } from './step.js';

const hasSignature = eventsFor('signature');

/**
 * What the site's own server has signed is its word. A wrong signature costs nothing: the event stays a claim, and says so
 * under `props`, for the owner to see on the timeline. The signature itself is never kept: whoever reads it could use it.
 */
export const signature = step('signature', (draft, { site, secret }) => {
  const { event } = draft;
  if (!hasSignature(event)) return undefined;
  // What has no name in a command goes under `props`; nor is it kept from there.
  const sent = event.signature || event.props?.signature;
  if (!sent) return undefined;
  const isRight = isSignedBy(identitySecret(secret, site), asSent(draft.input), String(sent));
  if (isRight) draft.isWord = true;
  draft.props.signature = isRight ? undefined : 'wrong';
  return undefined;
});

/** Before any schema has trimmed it. Shops number their customers. */
function asSent(input: unknown): { customer: string; email: string } {
  const { customer, email } = input as { customer?: unknown; email?: unknown };
  return { customer: String(customer ?? ''), email: String(email ?? '') };
}
