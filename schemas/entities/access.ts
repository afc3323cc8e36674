import * as v from 'valibot';
import { EVERY_SITE, peopleSeen, roles } from '../roles.js';
import { format } from '../rules.js';

export const siteId = v.pipe(
  v.string(),
  format('site', v.regex(/^[\w.-]{1,64}$/, 'must be the key of a site')),
);

const role = v.picklist(roles, `must be one of ${roles.join(', ')}`);

/** What somebody is at a site, or at all of them. An owner sees everybody: they could say so of themselves. */
const access = v.pipe(
  v.strictObject({
    site: v.union([v.literal(EVERY_SITE), siteId], `must be the key of a site, or ${EVERY_SITE} for all`),
    roles: v.pipe(
      v.union([
        v.array(role),
        v.pipe(
          role,
          v.transform((one) => [one]),
        ),
      ]),
      v.minLength(1),
      v.maxLength(roles.length),
      v.transform((list) => roles.filter((role) => list.includes(role))),
    ),
    /** Of which people they see something: of all, or of those whose owner they are. */
    people: v.optional(v.picklist(peopleSeen), 'all'),
  }),
  v.transform((entry) => (entry.roles.includes('owner') ? { ...entry, people: 'all' as const } : entry)),
);

/** What somebody may do where: one entry a site. */
export const accessList = v.pipe(
  v.array(access),
  v.maxLength(100),
  v.check((list) => new Set(list.map(({ site }) => site)).size === list.length, 'must name each site once'),
);

export type AccessList = v.InferOutput<typeof accessList>;

/** The sites that an access list is about; none for all. */
export const sitesOfAccess = (list: AccessList): string[] => {
  const sites = list.map(({ site }) => site);
  return sites.includes(EVERY_SITE) ? [] : sites;
};

/** In which form an address is kept and compared. */
export const emailAddress = v.pipe(
  v.string(),
  v.normalize('NFKC'),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  format('email', v.email('must be an e-mail address')),
);

export const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** The languages of the dashboards. */
export const languages = ['en', 'es', 'tr'] as const;
export const language = v.picklist(languages);

export type Language = (typeof languages)[number];
