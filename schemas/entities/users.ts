import * as v from 'valibot';
import { EVERY_SITE } from '../roles.js';
import { accessList, emailAddress, language, personName, sitesOfAccess } from './access.js';
import { defineKind } from './kind.js';

/** Somebody who signs in. How, is no field: a password comes with an invitation, and is changed by themselves. */
export const user = v.strictObject({
  email: emailAddress,
  name: personName,
  /** Of the dashboards and of what is sent to them. */
  language: v.optional(language),
  access: v.optional(accessList, []),
});

export type User = v.InferOutput<typeof user>;

export const users = defineKind({
  kind: 'users',
  scope: 'instance',
  access: { read: ['owner'], write: ['owner'], own: { field: 'id', may: ['read'] } },
  fields: user.entries,
  search: ['email', 'name'],
  references: { access: { kind: 'sites', at: 'site', except: EVERY_SITE } },
  unique: { email: 'email_taken' },
  hidden: {
    /** As `collector/access/passwords.ts` writes it; none until they have chosen one. */
    password: v.optional(v.string()),
    /** Counts what ends all sessions: a new password, "sign out everywhere". */
    epoch: v.optional(v.number(), 0),
  },
  told: { lastUsedAt: v.optional(v.number()) },
  columns: { access: 'JSON' },
  personal: true,
  sitesOf: (_id, { access }) => sitesOfAccess(access),
});
