import * as v from 'valibot';
import { currency } from '../events/order.js';
import { format } from '../rules.js';
import { flawOf, siteAttributes } from './attributes.js';
import { defineKind } from './kind.js';
import { origin } from './origin.js';

const parameter = v.pipe(
  v.string(),
  format('parameter', v.regex(/^[\w-]{1,64}$/, 'must be 1 to 64 of A-Z a-z 0-9 _ -')),
);

const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Of an address, too: that is what people have at hand. */
function hostnameOf(text: string): string {
  const address = `https://${text.replace(/^\w+:\/\//, '')}`;
  return URL.canParse(address) ? new URL(address).hostname : text;
}

/** A host such as `pay.example.com`, as a referrer has it: lower case, other scripts in punycode. */
const host = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(253),
  v.transform(hostnameOf),
  format('domain', v.regex(DOMAIN, 'must be a host or domain such as pay.example.com')),
);

/** A tenant: a public key (its id), the origins that may use it, and how its reports count days and money. */
export const site = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** Where pages with this key may live. `self` is the instance's own address. */
  origins: v.optional(v.pipe(v.array(origin), v.maxLength(100)), []),
  /** IANA name; days in reports are days of this zone. */
  timeZone: v.optional(
    v.pipe(
      v.string(),
      format('time_zone', v.check(isTimeZone, 'must be an IANA time zone such as Europe/Madrid')),
    ),
    'UTC',
  ),
  /** ISO 4217 code of amounts that name none. */
  currency: v.optional(currency, 'EUR'),
  /** ISO 3166 code of phone numbers written without a country code. */
  country: v.optional(
    v.pipe(v.string(), format('country', v.regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as ES'))),
  ),
  /** Address parameters by which affiliates mark their links, beside via, ref, aff, affid and fpr. */
  affiliateParameters: v.optional(v.pipe(v.array(parameter), v.maxLength(20))),
  /** Address parameters whose values are never stored, beside tokens, passwords and e-mail addresses. */
  scrubParameters: v.optional(v.pipe(v.array(parameter), v.maxLength(50))),
  /**
   * The domain of the visitor's cookie (`data-cookie`), such as `example.com`: a collector on the site's own origin then
   * renews it. The registrable domain of the pages, which the script gives the cookie.
   */
  cookieDomain: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.toLowerCase(),
      v.maxLength(253),
      format('domain', v.regex(DOMAIN, 'must be a domain such as example.com')),
    ),
  ),
  /** Hosts, each with all below it, that are never where a visitor comes from: payment pages, tools of one's own. */
  ignoredReferrers: v.optional(v.pipe(v.array(host), v.maxLength(100))),
  /** What the site knows of people beside the usual. */
  attributes: v.optional(siteAttributes),
  /**
   * Whether an e-mail address and a customer id that a page of the site says together join two persons, as long as neither
   * was ever said with another; it only suggests so where this is false.
   */
  joinsClaims: v.optional(v.boolean()),
  /** How several reps share an order: equally, the first of them has all of it, or each has. */
  salesShare: v.optional(v.picklist(['equally', 'first', 'each'])),
  /** Which identity secret is in force: a higher number is another secret, and no lower one comes back. */
  identityRevision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
});

export type Site = v.InferOutput<typeof site>;
export type SalesShare = NonNullable<Site['salesShare']>;

export const sites = defineKind({
  kind: 'sites',
  scope: 'instance',
  access: {
    read: ['owner', 'marketer', 'rep', 'service', 'viewer', 'entities:read'],
    write: ['owner', 'entities:write'],
  },
  fields: site.entries,
  search: ['name'],
  live: true,
  check: ({ attributes }) => flawOf(attributes),
  sitesOf: (id) => [id],
});
