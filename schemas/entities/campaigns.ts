import * as v from 'valibot';
import { amount } from '../events/order.js';
import { format } from '../rules.js';
import { defineKind } from './kind.js';
import { linkKinds } from './links.js';
import { moment } from './moment.js';

/** What belongs together: the links of one mailing, of one advertisement. */
export const campaign = v.strictObject({
  /** What the address of a page calls it, too: `utm_campaign`. */
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  kind: v.optional(v.picklist(linkKinds), 'email'),
  /** When it went out, if that is known. */
  sentAt: v.optional(moment),
  /** In major units of the site's currency. */
  cost: v.optional(
    v.pipe(
      amount,
      format(
        'amount',
        v.check((cost: number | string) => !(Number(cost) < 0), 'must be an amount of 0 or more'),
      ),
    ),
  ),
});

export type Campaign = v.InferOutput<typeof campaign>;

export const campaigns = defineKind({
  kind: 'campaigns',
  scope: 'site',
  access: {
    read: ['owner', 'marketer', 'rep', 'service', 'viewer', 'entities:read'],
    write: ['owner', 'marketer', 'entities:write'],
  },
  fields: campaign.entries,
  search: ['name'],
});
