import { eventsFor } from '../../schemas/events.js';
import { normaliseCustomer } from '../identity/identifiers.js';
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

/**
 * Before any schema has trimmed it; shops number their customers. What identifies nobody vouches for nobody: a site may
 * have signed "null" for all who were not signed in.
 */
function asSent(input: unknown): { customer: string; email: string } {
  const sent = input as { customer?: unknown; email?: unknown };
  const customer = String(sent.customer ?? '');
  return { customer: normaliseCustomer(customer) && customer, email: String(sent.email ?? '') };
}
