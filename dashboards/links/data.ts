import type { QueryAnswer } from '../../schemas/api.js';
import type { Campaign } from '../../schemas/entities/campaigns.js';
import type { Link } from '../../schemas/entities/links.js';
import type { MailTool } from '../../schemas/mail_tools.js';
import { ApiError, request } from '../http.js';
import { changedHere } from '../live/own.js';

/** A tracked link of a site, with the address to give away. */
export type LinkRecord = Link & { id: string; version: number; url: string };
export type CampaignRecord = Campaign & { id: string; version: number };

const CAMPAIGNS_MAX = 500;

const pathOf = (kind: 'links' | 'campaigns', site: string, id = '', more: Record<string, string> = {}) =>
  `/v1/entities/${kind}${id && `/${encodeURIComponent(id)}`}?${new URLSearchParams({ site, ...more })}`;

/** @returns null where there is none under this id */
export async function readLink(site: string, id: string, signal?: AbortSignal): Promise<LinkRecord | null> {
  try {
    return (await request('GET', pathOf('links', site, id), { signal })) as LinkRecord;
  } catch (error) {
    if (error instanceof ApiError && error.failure === 'not_found') return null;
    throw error;
  }
}

export async function makeLink(site: string, body: Link): Promise<LinkRecord> {
  const made = (await request('POST', pathOf('links', site), { body })) as LinkRecord;
  changedHere(['links']);
  return made;
}

/** @throws ApiError `conflict` where somebody else has changed it since that version */
export async function saveLink(
  site: string,
  id: string,
  body: Link,
  version: number | undefined,
): Promise<void> {
  await request('PUT', pathOf('links', site, id), { body, version });
  changedHere(['links']);
}

/** @throws ApiError `conflict` where somebody else has changed it since that version */
export async function removeLink(site: string, { id, version }: LinkRecord): Promise<void> {
  await request('DELETE', pathOf('links', site, id), { version });
  changedHere(['links']);
}

export async function listCampaigns(site: string, signal?: AbortSignal): Promise<CampaignRecord[]> {
  const path = pathOf('campaigns', site, '', { limit: String(CAMPAIGNS_MAX) });
  return ((await request('GET', path, { signal })) as QueryAnswer<CampaignRecord>).rows;
}

/** @returns an address of the link for each of them, in their order */
export async function makeAddresses(
  site: string,
  link: string,
  emails: readonly string[],
): Promise<string[]> {
  const answer = (await request('POST', `/v1/links/recipients?${new URLSearchParams({ site })}`, {
    body: { link, recipients: emails.map((email) => ({ email })) },
  })) as { rows: { url: string }[] };
  changedHere(['clickers']);
  return answer.rows.map(({ url }) => url);
}

/** What became of an e-mail: its links, and the addresses that stay as they are. */
export interface Converted {
  html: string;
  links: { link: string; destination: string; url: string; count: number }[];
  untouched: { address: string; why: 'no_page' | 'unsubscribe' | 'merge_tag' | 'tracked' | 'invalid' }[];
}

/** Puts tracked links into an e-mail; a campaign that is named for the first time is made. */
export async function convertEmail(
  site: string,
  body: { html: string; campaign: string; tool?: MailTool },
): Promise<Converted> {
  const path = `/v1/links/html?${new URLSearchParams({ site })}`;
  const made = (await request('POST', path, { body, timeoutMs: 60_000 })) as Converted;
  changedHere(['links', 'campaigns']);
  return made;
}

/** @returns its id */
export async function makeCampaign(site: string, body: Pick<Campaign, 'name' | 'kind'>): Promise<string> {
  const { id } = (await request('POST', pathOf('campaigns', site), { body })) as CampaignRecord;
  changedHere(['campaigns']);
  return id;
}
