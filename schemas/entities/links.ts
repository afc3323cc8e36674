import * as v from 'valibot';
import { destination } from './destination.js';
import { defineKind } from './kind.js';
import { moment } from './moment.js';

export const linkKinds = ['email', 'ad', 'affiliate', 'other'] as const;

/** A tracked link: whoever follows its `url` is counted, and comes to the destination. */
export const link = v.strictObject({
  /** Edited, it is in force at once, also for addresses that are out already. */
  destination,
  kind: v.optional(v.picklist(linkKinds), 'email'),
  campaign: v.optional(v.pipe(v.string(), v.maxLength(64))),
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  /** From then on it leads nowhere. */
  expires: v.optional(moment),
});

export type Link = v.InferOutput<typeof link>;

export const links = defineKind({
  kind: 'links',
  scope: 'site',
  access: {
    read: ['owner', 'marketer', 'rep', 'service', 'viewer', 'entities:read'],
    write: ['owner', 'marketer', 'entities:write'],
  },
  fields: link.entries,
  search: ['title', 'destination'],
  references: { campaign: { kind: 'campaigns' } },
  told: {
    /** The address to give away. It carries all that following it needs, signed. */
    url: v.string(),
  },
});
