import { expect, it } from 'vitest';
import { withEmailFacts } from './email_told.js';

it('tells of an address that was stored before its facts were, and no company where one is said', () => {
  const before = { email: 'ventas@acme.com', email_kind: '', email_domain: '', company: '' };
  const facts = { email_kind: 'role', email_domain: 'acme.com' };
  expect(withEmailFacts(before)).toEqual({ ...before, ...facts, company: 'acme.com' });
  expect(withEmailFacts({ ...before, company: 'Engines' })).toMatchObject({ company: 'Engines' });
  expect(withEmailFacts({ ...before, email: '' })).toEqual({ ...before, email: '' });
});
