import { useLocation } from 'preact-iso';
import type { Site } from '../api.js';
import { messages } from '../i18n/locale.js';
import { pageAt } from '../sections.js';
import { urlOf } from '../urls.js';

/** Which site is looked at. Another one is shown on the same page, or on the one that leads to pages such as it. */
export function SiteMenu({ sites }: { sites: Site[] | undefined }) {
  const { path, query, route } = useLocation();
  if (!sites || sites.length === 0) return <div class="site-menu" />;
  const known = sites.some(({ id }) => id === query.site);
  const page = pageAt(path);
  const next = page?.path.includes(':') ? page.under : page?.path;
  return (
    <label class="site-menu">
      <span class="hidden-text">{messages.value.site}</span>
      <select
        value={known ? query.site : ''}
        onChange={(event) => route(urlOf(next || '/', { site: event.currentTarget.value }))}
      >
        {!known && <option value="" />}
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
