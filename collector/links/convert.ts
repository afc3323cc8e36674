import * as v from 'valibot';
import { campaigns as campaignKind } from '../../schemas/entities/campaigns.js';
import {
  destination as destinationSchema,
  isUnsubscribe,
  saysUnsubscribe,
} from '../../schemas/entities/destination.js';
import { links as linkKind } from '../../schemas/entities/links.js';
import { hasTag, type MailTool, withTag } from '../../schemas/mail_tools.js';
import type { Asker } from '../records/change.js';
import { invalid, isId } from '../records/check.js';
import type { Records } from '../records/records.js';
import { addressesIn, withAddresses } from './html.js';
import { addressesInText, withAddressesInText } from './plain_text.js';
import { type Instance, isTracked } from './urls.js';

/** An e-mail to be tracked. */
export interface Email {
  html: string;
  text: string;
  /** Its id, or what it is called; made where there is none. */
  campaign: string;
  tool?: MailTool | undefined;
}

export interface Converted {
  html: string;
  text: string;
  campaign: string;
  links: { link: string; destination: string; url: string; count: number }[];
  /** Addresses that stay as they are, each once, and why. */
  untouched: { address: string; why: Untouched }[];
}

export type Untouched = 'no_page' | 'unsubscribe' | 'merge_tag' | 'tracked' | 'invalid';

/** More different ones are no e-mail. */
const LINKS_MAX = 300;
/** Made at once: each waits for ClickHouse. */
const TOGETHER = 8;
const PAGE_MAX = 1_000;

/**
 * Puts tracked links in place of the addresses of an e-mail. What is no page, unsubscribes, is filled in by the mail tool or
 * is tracked already stays as it is. An address that the campaign has a link for gets that one.
 *
 * @throws LeadlineError `entity_invalid` for more than 300 different ones
 */
export async function convert(
  site: string,
  { html, text, campaign: named, tool }: Email,
  records: Records,
  instance: Instance,
  by: Asker,
): Promise<Converted> {
  const places = addressesIn(html);
  const counts = new Map<string, number>();
  for (const value of [...places.map(({ value }) => value), ...addressesInText(text)])
    counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1);
  counts.delete('');
  const found = [...counts.keys()];
  const leaving = new Set(
    places.flatMap(({ value, text: shown }) => (saysUnsubscribe(shown) ? [value.trim()] : [])),
  );
  const whyOf = new Map(
    found.map((address) => [
      address,
      whyUntouched(address, instance) ?? (leaving.has(address) ? ('unsubscribe' as const) : undefined),
    ]),
  );
  const destinations = found.filter((address) => whyOf.get(address) === undefined);
  if (destinations.length > LINKS_MAX)
    throw invalid(`The e-mail leads to ${destinations.length} different pages; ${LINKS_MAX} are the most.`, [
      { path: 'html', rule: 'too_long', limit: LINKS_MAX },
    ]);
  const campaign = await campaignOf(site, named, records, by);
  const made = await linksTo(site, destinations, campaign, records, by);
  const urlOf = (address: string) => {
    const url = made.get(address.trim())?.url;
    return url && tool ? withTag(url, tool) : url;
  };
  return {
    html: withAddresses(html, places, urlOf),
    text: withAddressesInText(text, urlOf),
    campaign,
    links: [...made].map(([destination, { link, url }]) => ({
      ...{ link, destination, url },
      count: counts.get(destination) ?? 0,
    })),
    untouched: [...whyOf].flatMap(([address, why]) => (why ? [{ address, why }] : [])),
  };
}

function whyUntouched(address: string, instance: Instance): Untouched | undefined {
  if (hasTag(address)) return 'merge_tag';
  if (!/^https?:\/\//i.test(address)) return 'no_page';
  if (isUnsubscribe(address)) return 'unsubscribe';
  if (!v.is(destinationSchema, address)) return 'invalid';
  return isTracked(address, instance) ? 'tracked' : undefined;
}

async function campaignOf(site: string, named: string, records: Records, by: Asker): Promise<string> {
  const { records: like } = await records.page(campaignKind, site, { search: named, limit: PAGE_MAX });
  const known = like.find(({ id, data }) => (isId(named) && id === named) || data.name === named);
  return (
    known?.id ?? (await records.create(campaignKind, site, { name: named, kind: 'email' }, by)).record.id
  );
}

async function linksTo(
  site: string,
  destinations: readonly string[],
  campaign: string,
  records: Records,
  by: Asker,
): Promise<Map<string, { link: string; url: string }>> {
  const { records: there } = await records.page(linkKind, site, {
    references: { campaign },
    limit: PAGE_MAX,
  });
  const known = new Map(there.map((record) => [String(record.data.destination), record]));
  const make = async (destination: string) =>
    known.get(destination) ??
    (await records.create(linkKind, site, { destination, kind: 'email', campaign }, by)).record;
  const all: { id: string; data: Record<string, unknown> }[] = [];
  for (let at = 0; at < destinations.length; at += TOGETHER)
    all.push(...(await Promise.all(destinations.slice(at, at + TOGETHER).map(make))));
  const told = await records.told(linkKind, site, all);
  return new Map(
    all.map(({ id }, at) => [destinations[at] ?? '', { link: id, url: String(told.get(id)?.url ?? '') }]),
  );
}
