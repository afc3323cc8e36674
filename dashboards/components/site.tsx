import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Site } from '../api.js';
import { type Format, formatFor } from '../i18n/format.js';
import { formatTag } from '../i18n/locale.js';

/** The sites there are, the one that the address names, and how to have them read again after a change. */
export interface SiteChoice {
  site: Site;
  sites: Site[];
  reload: () => void;
}

export const SiteContext = createContext<SiteChoice | undefined>(undefined);

export function useSite(): SiteChoice {
  const choice = useContext(SiteContext);
  if (!choice) throw new Error('useSite() is for pages inside of SiteGate');
  return choice;
}

/** Writes times in the zone of the site: its days are what reports count. */
export function useFormat(): Format {
  const { timeZone } = useSite().site;
  return formatFor(formatTag.value, timeZone);
}
