/** How a server signs who is signed in, as `docs/identity.md` has it; `test/node/signing.test.ts` runs and compares them. */
export const signing: readonly { language: string; code: string }[] = [
  {
    language: 'Node',
    code: `import { createHmac } from 'node:crypto';
import { env } from 'node:process';

const signature = createHmac('sha256', env.LEADLINE_IDENTITY_SECRET).update(customerId).digest('hex');`,
  },
  {
    language: 'PHP',
    code: `$signature = hash_hmac('sha256', $customerId, getenv('LEADLINE_IDENTITY_SECRET'));`,
  },
  {
    language: 'Python',
    code: `import hashlib, hmac, os

secret = os.environ["LEADLINE_IDENTITY_SECRET"].encode()
signature = hmac.new(secret, customer_id.encode(), hashlib.sha256).hexdigest()`,
  },
];

/** What the page does with it. */
export const inPage = `leadline('identify', { customer: '4711', email: 'ada@example.com', signature: '…' });`;
