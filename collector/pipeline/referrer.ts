import { memo } from '../memo.js';
import { assistantOf } from './assistants.js';
import { type Kind, knownApp, knownReferrer } from './referrers.js';
import { step } from './step.js';

/** As Google Analytics writes them. */
const mediums: Record<Kind, string> = {
  search: 'organic',
  social: 'social',
  email: 'email',
  paid: 'cpc',
  referral: 'referral',
};

/** Other sites that a site's visitors come from, with the first part of the path. */
const CACHE_MAX = 5_000;

/** Where the visitor comes from, unless the address has said it: the site before this one, or `direct` without any. */
export const referrer = step('referrer', ({ landing, referrer: from, row }, { site }) => {
  if (!landing || row.source) return undefined;
  if (!from?.host || (!landing.isInside && isIgnored(from.hostname, site.ignoredReferrers))) {
    row.source = 'direct';
  } else if (!landing.isInside) {
    const { source, medium } = originOf(`${from.protocol}//${from.host}/${from.pathname.split('/')[1]}`);
    row.source = source;
    row.medium = medium;
  }
  return undefined;
});

/** What the site says is never a source, such as the page where its customers pay: a host, or one below it. */
const isIgnored = (host: string, ignored: readonly string[] = []) =>
  ignored.some((one) => host === one || host.endsWith(`.${one}`));

const originOf = memo(CACHE_MAX, (text): { source: string; medium: string } => {
  const { protocol, host, pathname } = new URL(text);
  const bare = host.replace(/^www\./, '');
  const assistant = assistantOf(bare);
  if (assistant) return assistant;
  // An Android app says its name where a page says its host.
  const known = protocol === 'android-app:' ? knownApp(host) : knownReferrer(host, pathname);
  return { source: known?.source ?? bare, medium: mediums[known?.kind ?? 'referral'] };
});
