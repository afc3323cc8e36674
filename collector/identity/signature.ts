import { createHmac, timingSafeEqual } from 'node:crypto';

interface Signed {
  /** As it was sent, outer spaces included: so it was signed. Empty where there is none. */
  customer: string;
  email: string;
}

/**
 * Whether a site's own server says who somebody is: hex HMAC-SHA256 over the customer id, else over the e-mail address,
 * trimmed and in lower case (docs/identity.md). It vouches for the whole event that it comes with.
 *
 * @param key the site's identity secret (`identity_secret.ts`), its 64 characters as text
 */
export function isSignedBy(key: string, { customer, email }: Signed, signature: string): boolean {
  const text = customer || email.trim().toLowerCase();
  if (!text) return false;
  const right = createHmac('sha256', key).update(text).digest();
  const sent = Buffer.from(signature.trim(), 'hex');
  return sent.length === right.length && timingSafeEqual(sent, right);
}
