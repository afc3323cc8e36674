import * as v from 'valibot';
import { defineKind } from './kind.js';

/** Of an address, which browsers and proxies take without complaint. */
const ADDRESS_MAX = 4_096;

/** A list as a team wants to find it again: what it is narrowed by, in which order, with which columns. */
export const view = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  /** Of which page, by its path: `/leads`. */
  page: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** What stands behind the page's `?`: `status=new&sort=last_seen&order=desc`. */
  address: v.pipe(v.string(), v.maxLength(ADDRESS_MAX)),
  /** Those that are shown; the page's usual ones where it is left out. */
  columns: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(200))),
});

export type View = v.InferOutput<typeof view>;

/** Saved views: one reader's are the whole team's. */
export const views = defineKind({
  kind: 'views',
  scope: 'site',
  access: {
    read: ['owner', 'marketer', 'rep', 'service', 'viewer', 'entities:read'],
    write: ['owner', 'marketer', 'rep', 'service', 'entities:write'],
  },
  fields: view.entries,
  search: ['name'],
});
