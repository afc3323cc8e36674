import { expect, it } from 'vitest';
import { identitySecret } from './identity_secret.js';

it('is the same for a site until its revision is raised, and no other site’s', () => {
  const of = (id: string, identityRevision: number, secret = 'secret') =>
    identitySecret(secret, { id, identityRevision });
  expect(of('shop', 1)).toMatch(/^[0-9a-f]{64}$/);
  expect(of('shop', 1)).toBe(of('shop', 1));
  const others = [of('shop', 1), of('shop', 2), of('shop1', 1), of('shop', 11), of('shop', 1, 'other')];
  expect(new Set(others).size).toBe(others.length);
});
