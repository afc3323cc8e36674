import type { IncomingRequestCfProperties } from '@cloudflare/workers-types';
import { type Location, NOWHERE } from './location.js';

/** Cloudflare's words for an unknown country, and for Tor. */
const NO_COUNTRY = new Set(['XX', 'T1']);

/** Where Cloudflare says that a request comes from; `request.cf` is missing in tests and previews. */
export function cloudflareLocation(request: Request): Location {
  const { cf } = request as { cf?: Partial<IncomingRequestCfProperties> };
  if (!cf) return NOWHERE;
  const { country = '', region = '', asn = 0, asOrganization = '' } = cf;
  return { country: NO_COUNTRY.has(country) ? '' : country, region, asn, network: asOrganization };
}
