import type { Site as SiteFields } from '../../../schemas/entities/sites.js';
import { type Site, saveSite } from '../../api.js';
import { request } from '../../http.js';

/** What the form of a site shows, under the record's own names. */
export type SiteValues = Required<{ [Field in keyof SiteFields]: NonNullable<SiteFields[Field]> }>;

/** A record as the form has it: what is missing there is empty here. */
export const valuesOf = (site: Partial<SiteFields>): SiteValues => ({
  name: site.name ?? '',
  origins: site.origins ?? [],
  timeZone: site.timeZone ?? 'UTC',
  currency: site.currency ?? 'EUR',
  country: site.country ?? '',
  affiliateParameters: site.affiliateParameters ?? [],
  scrubParameters: site.scrubParameters ?? [],
  cookieDomain: site.cookieDomain ?? '',
  ignoredReferrers: site.ignoredReferrers ?? [],
  attributes: site.attributes ?? [],
  joinsClaims: site.joinsClaims ?? true,
  salesShare: site.salesShare ?? 'equally',
  identityRevision: site.identityRevision ?? 1,
});

const lines = (list: readonly string[]) => list.map((text) => text.trim()).filter(Boolean);

/**
 * What is sent of a form: empty lines and fields are none.
 *
 * @example fieldsOf({ ...valuesOf({ name: 'Shop' }), country: '' }).country // undefined
 */
export const fieldsOf = ({ country, cookieDomain, attributes, ...rest }: SiteValues): SiteFields => ({
  ...rest,
  origins: lines(rest.origins),
  affiliateParameters: lines(rest.affiliateParameters),
  scrubParameters: lines(rest.scrubParameters),
  ignoredReferrers: lines(rest.ignoredReferrers),
  ...(country && { country }),
  ...(cookieDomain.trim() && { cookieDomain }),
  attributes: attributes.map(({ options, ...attribute }) => ({
    ...attribute,
    // Of a type that has none they were typed before it was chosen.
    ...(attribute.type === 'choice' && { options: lines(options ?? []) }),
  })),
});

export const changeSite = (id: string, version: number, values: SiteValues): Promise<void> =>
  saveSite({ ...fieldsOf(values), id, version });

/** @throws ApiError `precondition_required` where there is a site with this key */
export async function makeSite(id: string, values: SiteValues): Promise<void> {
  await request('PUT', `/v1/entities/sites/${encodeURIComponent(id.trim())}`, { body: fieldsOf(values) });
}

export interface Identity {
  secret: string;
  revision: number;
}

export const readIdentity = async (site: string): Promise<Identity> =>
  (await request('GET', `/v1/sites/${encodeURIComponent(site)}/identity`)) as Identity;

/** Another secret; the one before is of no use any more. */
export const renewIdentity = (site: Site): Promise<void> =>
  saveSite({ ...site, identityRevision: (site.identityRevision ?? 1) + 1 });
