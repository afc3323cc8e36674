import * as v from 'valibot';
import { links as kind, type Link, link as linkSchema } from '../../schemas/entities/links.js';
import { campaignNames } from '../../schemas/gen/queries/campaign_names.js';
import type { Behaviour } from '../records/behaviour.js';
import { invalid } from '../records/check.js';
import type { Records } from '../records/records.js';
import type { Store } from '../store/store.js';
import { linkToken, readLinkToken } from './address.js';
import { withCampaign } from './landing.js';

export interface Instance {
  secret: string;
  ownOrigins: readonly string[];
}

/** Where it leads: with the parameters of its campaign, written in ASCII. */
export const landingOf = (link: Pick<Link, 'destination' | 'kind'>, campaign: string): string =>
  withCampaign(new URL(link.destination).href, { kind: link.kind, campaign });

/** The link that a record is; undefined for one that today's rules do not take. */
export const readLink = (data: Record<string, unknown>): Link | undefined => {
  const result = v.safeParse(linkSchema, data);
  return result.success ? result.output : undefined;
};

/** What links do of their own: they are told with their address, and none leads to another one. */
export function linkBehaviour(
  { secret, ownOrigins }: Instance,
  store: Pick<Store, 'query'>,
  changed: (site: string, id: string) => Promise<void>,
): Behaviour {
  return {
    async requireTogether(_place, { data, deleted }) {
      if (deleted || !isTracked(String(data.destination), { secret, ownOrigins })) return;
      throw invalid('destination is a tracked link already: take the address that it leads to.', [
        { path: 'destination', rule: 'format', limit: 'not_tracked' },
      ]);
    },
    changed: (_record, _change, _before, { site, id }) => changed(site, id),
    async told(site, records) {
      const found = records.flatMap(({ id, data }) => {
        const link = readLink(data);
        return link ? [{ id, link }] : [];
      });
      const ids = [...new Set(found.flatMap(({ link }) => link.campaign ?? []))];
      const names = ids.length > 0 ? await store.query(campaignNames, { site, ids }) : [];
      const nameOf = new Map(names.map(({ id, name }) => [id, name]));
      return new Map(
        found.map(({ id, link }) => {
          const { campaign = '', expires } = link;
          const destination = landingOf(link, nameOf.get(campaign) ?? '');
          const token = linkToken(secret, { site, link: id, campaign, destination, expires });
          return [id, { url: `${ownOrigins[0] ?? ''}/l/${token}` }];
        }),
      );
    },
  };
}

/** Whether following it would only come back here; under whichever host somebody reaches this instance. */
export function isTracked(address: string, { secret, ownOrigins }: Instance): boolean {
  const { origin, pathname } = new URL(address);
  const [, token] = /^\/l\/([^/]+)/.exec(decoded(pathname)) ?? [];
  if (token === undefined) return false;
  return ownOrigins.includes(origin) || readLinkToken(secret, token) !== undefined;
}

/** However somebody has written it. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Makes links what they are, of records that are there. */
export const attachLinks = (
  records: Records,
  instance: Instance,
  store: Pick<Store, 'query'>,
  changed: (site: string, id: string) => Promise<void>,
): void => records.attach(kind, linkBehaviour(instance, store, changed));
