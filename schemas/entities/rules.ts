import * as v from 'valibot';
import { emailAddress } from './access.js';
import { conditions } from './conditions.js';
import { defineKind } from './kind.js';

const OWNERS_MAX = 100;

/** Who is given charge of new people. Rules are gone through in order, and the first that somebody fits decides. */
export const rule = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  /** Among the rules, from the smallest. */
  position: v.number(),
  filters: conditions,
  /** E-mail addresses of users, who take turns. */
  owners: v.pipe(v.array(emailAddress), v.minLength(1), v.maxLength(OWNERS_MAX)),
  isOn: v.boolean(),
  /** It is for whoever was here before it was switched on, too. */
  isForPast: v.optional(v.boolean(), false),
});

export type Rule = v.InferOutput<typeof rule>;

/** Rules of assignment. Who sees which people follows from who has charge of them: they are for owners to write. */
export const rules = defineKind({
  kind: 'rules',
  scope: 'site',
  access: {
    read: ['owner', 'marketer', 'rep', 'entities:read'],
    write: ['owner', 'entities:write'],
  },
  fields: rule.entries,
  search: ['name'],
  noted: {
    /** When it was switched on, in milliseconds; 0 while it is off. */
    since: v.number(),
  },
});
