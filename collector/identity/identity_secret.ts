import { createHmac } from 'node:crypto';
import type { SiteRecord } from '../records/sites.js';

/**
 * What a site's own servers sign with who somebody is. It is derived, never stored: the same on every collector that shares
 * the instance's secret, and another one for each revision.
 */
export const identitySecret = (
  secret: string,
  { id, identityRevision = 1 }: Pick<SiteRecord, 'id' | 'identityRevision'>,
): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['identity', id, identityRevision]))
    .digest('hex');
