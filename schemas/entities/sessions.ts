import * as v from 'valibot';
import { defineKind } from './kind.js';

/** A browser that is signed in. Made by signing in, ended by being deleted. */
export const sessions = defineKind({
  kind: 'sessions',
  scope: 'instance',
  access: {
    read: ['owner'],
    write: [],
    delete: ['owner'],
    own: { field: 'user', may: ['read', 'delete'] },
  },
  // Nobody writes one: all of it is noted.
  fields: { user: v.optional(v.string(), '') },
  references: { user: { kind: 'users', mayDangle: true } },
  noted: {
    device: v.string(),
    browser: v.string(),
    os: v.string(),
    /** ISO 3166-1 alpha-2, and the region in English. */
    country: v.string(),
    region: v.string(),
    createdAt: v.number(),
    /** Ends then, however much it is used. */
    expires: v.number(),
  },
  hidden: {
    /** SHA-256 of the cookie's secret, in base64url. */
    digest: v.string(),
    /** That of the user when it began; of the admin key, what tells it from another one. */
    epoch: v.union([v.number(), v.string()]),
  },
  told: { lastUsedAt: v.optional(v.number()) },
  personal: true,
});
