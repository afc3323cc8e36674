import './page.css';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { query as ask, type Lead } from '../../api.js';
import { announce } from '../../components/announce.js';
import { PageHeading } from '../../components/Heading.js';
import { EmptyState, ErrorNotice, Skeleton, StaleNotice } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { nameOf } from '../../components/person.js';
import { SearchField } from '../../components/SearchField.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useSite } from '../../components/site.js';
import { useLiveList } from '../../live/use.js';
import { urlOf } from '../../urls.js';
import { LeadsTable } from './LeadsTable.js';
import { NoLeads } from './NoLeads.js';
import { texts } from './texts.js';

const PAGE_ROWS = 50;

export function Page() {
  const { site } = useSite();
  const { query, route } = useLocation();
  const search = (query.search ?? '').trim();
  const m = texts.value;
  const title = usePageTitle();
  const region = useRef<HTMLElement>(null);
  const list = useLiveList<Lead>({
    key: `leads ${site.id} ${search}`,
    idOf: (lead) => lead.person_id,
    load: (cursor, signal) => ask('leads', { site: site.id, search, limit: PAGE_ROWS, cursor }, signal),
    onFresh: ([first, ...others]) => {
      if (first) announce(m.added(1 + others.length, nameOf(first)));
    },
  });
  const { rows, error } = list;
  const setSearch = (text: string) => route(urlOf('/leads', { site: site.id, search: text }), true);

  return (
    <>
      <div class="page-head">
        <PageHeading />
        {(search || rows === undefined || rows.length > 0) && (
          <SearchField key={site.id} value={search} label={m.search} onSearch={setSearch} />
        )}
      </div>
      <section ref={region} tabIndex={-1} aria-label={title}>
        {error && rows && <StaleNotice error={error} />}
        {!rows && (error ? <ErrorNotice error={error} retry={list.retry} /> : <Skeleton lines={8} />)}
        {rows && rows.length > 0 && <LeadsTable leads={rows} fresh={list.fresh} />}
        {rows?.length === 0 && !search && <NoLeads />}
        {rows?.length === 0 && search && (
          <EmptyState>
            <p role="status">{m.noMatch(search)}</p>
            <button type="button" class="button" onClick={() => setSearch('')}>
              {m.clear}
            </button>
          </EmptyState>
        )}
        <ShowMore list={list} focusAfter={() => region.current} />
      </section>
    </>
  );
}
