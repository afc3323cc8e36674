import * as v from 'valibot';
import { format } from '../rules.js';
import { defineKind } from './kind.js';
import { scopes } from './scopes.js';

const siteId = v.pipe(v.string(), format('site', v.regex(/^[\w.-]{1,64}$/, 'must be the key of a site')));

/** A secret API key, for servers and scripts of the owner's. The secret itself is no field: it is told once, when made. */
export const key = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  scopes: v.pipe(
    v.array(v.picklist(scopes, `must be one of ${scopes.join(', ')}`)),
    v.minLength(1),
    v.maxLength(scopes.length),
    v.transform((list) => scopes.filter((scope) => list.includes(scope))),
  ),
  /** Whose events and records it is for; all sites where it is left out. */
  sites: v.optional(v.pipe(v.array(siteId), v.minLength(1), v.maxLength(100))),
});

export type Key = v.InferOutput<typeof key>;

/** SHA-256 of a key's secret, in base64url. */
export const DIGEST_LENGTH = 43;

export const keys = defineKind({
  kind: 'keys',
  scope: 'instance',
  // Whoever makes keys can make one for anything.
  access: { read: 'owner', write: 'owner' },
  fields: key.entries,
  search: ['name'],
  hidden: { digest: v.pipe(v.string(), v.length(DIGEST_LENGTH)) },
  live: true,
  sitesOf: (_id, { sites }) => sites ?? [],
});
