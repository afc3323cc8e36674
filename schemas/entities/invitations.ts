import * as v from 'valibot';
import { EVERY_SITE } from '../roles.js';
import { accessList, emailAddress, language, personName, sitesOfAccess } from './access.js';
import { defineKind } from './kind.js';

/**
 * A link by which somebody gets an account, or a new password for the one they have. The address has the secret; it is
 * told once.
 */
export const invitation = v.strictObject({
  /** Of whoever is invited; of a link for a password, that of the account. */
  email: v.optional(emailAddress),
  name: v.optional(personName),
  language: v.optional(language),
  access: v.optional(accessList, []),
  /** Whose password the link is for. */
  user: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
});

export type Invitation = v.InferOutput<typeof invitation>;

export const invitations = defineKind({
  kind: 'invitations',
  scope: 'instance',
  access: { read: ['owner'], write: [], create: ['owner'], delete: ['owner'] },
  fields: invitation.entries,
  search: ['email', 'name'],
  references: {
    access: { kind: 'sites', at: 'site', except: EVERY_SITE },
    user: { kind: 'users' },
  },
  noted: {
    madeBy: v.string(),
    expires: v.number(),
    acceptedAt: v.optional(v.number()),
  },
  hidden: { digest: v.string() },
  columns: { access: 'JSON' },
  personal: true,
  check: ({ user, email, access }) =>
    user === undefined && email === undefined
      ? { message: 'email is missing.', details: [{ path: 'email', rule: 'missing' }] }
      : user !== undefined && (email !== undefined || access.length > 0)
        ? {
            message: 'A link for a password has neither email nor access: those are of the user.',
            details: [{ path: email === undefined ? 'access' : 'email', rule: 'unknown' }],
          }
        : undefined,
  sitesOf: (_id, { access }) => sitesOfAccess(access),
});
