import type { Installation } from '../../../schemas/installation.js';
import { request } from '../../http.js';

export type { Installation };

/** What of a site's pages has reached the collector. */
export const readInstallation = async (site: string, signal?: AbortSignal): Promise<Installation> =>
  (await request('GET', `/v1/sites/${encodeURIComponent(site)}/installation`, { signal })) as Installation;
