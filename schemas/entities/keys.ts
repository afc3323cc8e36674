import * as v from 'valibot';
import { roles, scopes } from '../roles.js';
import { siteId } from './access.js';
import { defineKind } from './kind.js';
import { moment } from './moment.js';

/** A secret API key, for servers and scripts of the owner's. The secret itself is no field: it is told once, when made. */
export const key = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** What it may do: as a role, or by scopes. */
  role: v.optional(v.picklist(roles, `must be one of ${roles.join(', ')}`)),
  scopes: v.optional(
    v.pipe(
      v.array(v.picklist(scopes, `must be one of ${scopes.join(', ')}`)),
      v.minLength(1),
      v.maxLength(scopes.length),
      v.transform((list) => scopes.filter((scope) => list.includes(scope))),
    ),
  ),
  /** Whose events and records it is for; all sites where it is left out. */
  sites: v.optional(v.pipe(v.array(siteId), v.minLength(1), v.maxLength(100))),
  /** It counts until then. */
  expires: v.optional(moment),
});

export type Key = v.InferOutput<typeof key>;

/** SHA-256 of a key's secret, in base64url. */
export const DIGEST_LENGTH = 43;

export const keys = defineKind({
  kind: 'keys',
  scope: 'instance',
  // Whoever makes keys can make one for anything.
  access: { read: ['owner'], write: ['owner'] },
  fields: key.entries,
  search: ['name'],
  references: { sites: { kind: 'sites' } },
  // Keys of an earlier version do not say.
  noted: { madeBy: v.optional(v.string(), '') },
  told: { lastUsedAt: v.optional(v.number()) },
  hidden: { digest: v.pipe(v.string(), v.length(DIGEST_LENGTH)) },
  live: true,
  check: ({ role, scopes }) =>
    (role === undefined) === (scopes === undefined)
      ? {
          message: 'A key has either a role or scopes.',
          details: [
            {
              path: role === undefined ? 'role' : 'scopes',
              rule: role === undefined ? 'missing' : 'unknown',
            },
          ],
        }
      : undefined,
  sitesOf: (_id, { sites }) => sites ?? [],
});
