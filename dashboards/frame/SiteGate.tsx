import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ownsAll } from '../access.js';
import { listSites } from '../api.js';
import { PageHeading } from '../components/Heading.js';
import { EmptyState, ErrorNotice, Skeleton } from '../components/Notice.js';
import { SiteContext } from '../components/site.js';
import { messages } from '../i18n/locale.js';
import { stream } from '../live/stream.js';
import { useLiveRecord } from '../live/use.js';
import { me } from '../session.js';
import { Shell } from './Shell.js';

const STORED = 'leadline-site';

/** Reads the sites and makes the address name one: what is on the screen can then be reloaded, kept and shared. */
export function SiteGate({ children }: { children: ComponentChildren }) {
  const { path, query, route } = useLocation();
  const { record: sites, error, retry } = useLiveRecord('sites', ['sites'], listSites);
  const site = sites?.find(({ id }) => id === query.site);
  const usual = sites?.find(({ id }) => id === stored.read()) ?? sites?.[0];

  useEffect(() => {
    if (site) stored.write(site.id);
    if (query.site || !usual) return;
    const search = new URLSearchParams({ ...query, site: usual.id });
    route(`${path}?${search}`, true);
  }, [site?.id, usual?.id, query.site, path]);

  // A stream is of one site.
  useEffect(() => stream.at(site?.id), [site?.id]);

  // A role given or taken may open or close sites.
  const access = JSON.stringify(me.value?.access);
  useEffect(() => retry(), [access]);

  const m = messages.value;
  const choice = sites && site ? { site, sites, reload: retry } : undefined;
  return (
    <SiteContext.Provider value={choice}>
      <Shell sites={sites ?? undefined}>
        {choice && children}
        {sites?.length === 0 && (
          <EmptyState>{ownsAll(me.value?.access ?? []) ? m.noSites : m.noAccess.nothing}</EmptyState>
        )}
        {usual && !site && query.site && (
          <>
            <PageHeading title={m.notFound.title} />
            <p>{m.unknownSite(query.site)}</p>
          </>
        )}
        {!sites && !error && <Skeleton />}
        {!sites && error && (
          <>
            <PageHeading title={m.broken.title} />
            <ErrorNotice error={error} retry={retry} />
          </>
        )}
      </Shell>
    </SiteContext.Provider>
  );
}

/** The site looked at last, for addresses that name none. */
const stored = {
  read(): string | null {
    try {
      return localStorage.getItem(STORED);
    } catch {
      return null;
    }
  },
  write(id: string): void {
    try {
      localStorage.setItem(STORED, id);
    } catch {
      // Storage may be blocked: the first site is then the usual one.
    }
  },
};
