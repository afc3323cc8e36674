import { useEffect } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso';
import { PageTitle } from '../components/page.js';
import { useSite } from '../components/site.js';
import { language } from '../i18n/locale.js';
import { homeOf, mayOpen, type PageEntry, pageAt, pages } from '../sections.js';
import { me } from '../session.js';
import { isReadablePath, urlOf } from '../urls.js';
import { NoAccessPage } from './NoAccess.js';
import { NotFoundPage } from './NotFound.js';
import { partOf } from './parts.js';

/** The page that the address names, for whoever may open it; at `/` the first one of theirs. */
export function Pages() {
  const { path, query, route } = useLocation();
  const { site } = useSite();
  const access = me.value?.access ?? [];
  const page = isReadablePath(path) ? pageAt(path) : undefined;
  const home = homeOf(access, site.id)?.path;
  useEffect(() => {
    if (path === '/' && home) route(urlOf(home, query), true);
  }, [path, home]);
  if (path === '/') return home ? null : <NoAccessPage />;
  if (!page) return <NotFoundPage />;
  if (!mayOpen(page, access, site.id)) return <NoAccessPage />;
  return (
    <PageTitle.Provider value={page.title[language.value]}>
      <Router>{pages.map(routeTo)}</Router>
    </PageTitle.Provider>
  );
}

const routeTo = (page: PageEntry) => <Route key={page.path} path={page.path} component={partOf(page)} />;
