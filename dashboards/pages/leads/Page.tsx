import { useRef } from 'preact/hooks';
import { askList, type Lead, listPath } from '../../api.js';
import { askedIn, isNarrowed } from '../../asked.js';
import { announce } from '../../components/announce.js';
import { DataTable } from '../../components/DataTable.js';
import { PageHeading } from '../../components/Heading.js';
import { NewRows } from '../../components/NewRows.js';
import { usePageTitle } from '../../components/page.js';
import { nameOf } from '../../components/person.js';
import { SearchField } from '../../components/SearchField.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useFormat, useSite } from '../../components/site.js';
import { useAddress, useSort } from '../../components/useAddress.js';
import { useOwners } from '../../components/useOwners.js';
import { useLiveList } from '../../live/use.js';
import { personUrl } from '../../urls.js';
import { columnsOf } from './columns.js';
import { NoLeads } from './NoLeads.js';
import { texts } from './texts.js';

const PAGE_ROWS = 50;

export function Page() {
  const { site } = useSite();
  const { search, change } = useAddress();
  const { sort, onSort } = useSort({ column: 'captured_at', order: 'desc' });
  const m = texts.value;
  const title = usePageTitle();
  const region = useRef<HTMLElement>(null);
  const columns = columnsOf({ format: useFormat(), ...useOwners() });
  const names = columns.map(({ name }) => name);
  const asked = askedIn(search, names);
  const list = useLiveList<Lead>({
    key: `leads ${site.id} ${asked}`,
    of: ['leads'],
    idOf: (lead) => lead.person_id,
    load: (cursor, signal) => askList('leads', site.id, asked, { limit: PAGE_ROWS, cursor }, signal),
    onFresh: ([first, ...others]) => {
      if (first) announce(m.added(1 + others.length, nameOf(first)));
    },
  });
  const { rows, error } = list;
  const words = (asked.get('search') ?? '').trim();
  const clear = () => change((next) => askedIn(next, names).forEach((_, name) => void next.delete(name)));
  if (rows?.length === 0 && !isNarrowed(asked)) return <Empty />;

  return (
    <>
      <div class="page-head">
        <PageHeading />
        <SearchField
          key={site.id}
          value={words}
          label={m.search}
          onSearch={(text) => change((next) => (text ? next.set('search', text) : next.delete('search')))}
        />
      </div>
      <section ref={region} tabIndex={-1} aria-label={title}>
        <NewRows list={list} focusAfter={() => region.current} />
        <DataTable
          name="leads"
          label={title}
          rows={rows}
          keyOf={({ person_id }) => person_id}
          columns={columns}
          href={({ person_id }) => personUrl(site.id, person_id)}
          sort={sort}
          onSort={onSort}
          csv={{ path: listPath('leads', site.id, asked), file: `leads-${site.id}` }}
          fresh={list.fresh}
          error={error}
          retry={list.retry}
          empty={
            <>
              <p role="status">{words ? m.noMatch(words) : m.noneFound}</p>
              <button type="button" class="button" onClick={clear}>
                {m.clear}
              </button>
            </>
          }
        />
        <ShowMore list={list} focusAfter={() => region.current} />
      </section>
    </>
  );
}

function Empty() {
  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <NoLeads />
    </>
  );
}
