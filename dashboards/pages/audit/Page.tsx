import './page.css';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { CsvButton } from '../../components/CsvButton.js';
import { DataTable } from '../../components/DataTable.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { NewRows } from '../../components/NewRows.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { SearchField } from '../../components/SearchField.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useFormat, useSite } from '../../components/site.js';
import { useLiveList } from '../../live/use.js';
import { urlOf } from '../../urls.js';
import { type AuditRow, askAudit, type Filters, filterNames, filtersIn, pathOf } from './data.js';
import { Entry } from './Entry.js';
import { FilterBar } from './FilterBar.js';
import { texts } from './texts.js';
import { type NameOf, useNames } from './useNames.js';

export function Page() {
  const m = texts.value;
  const title = usePageTitle();
  const { site } = useSite();
  const { query, route } = useLocation();
  const region = useRef<HTMLElement>(null);
  const filters = filtersIn(query);
  const { users, keys, nameOf } = useNames();
  const isFiltered = filterNames.some((name) => filters[name] !== '');
  // From what the address says by now: two changes may come before the page is drawn again.
  const change = (next: Partial<Filters>) => {
    const newest = filtersIn(Object.fromEntries(new URLSearchParams(location.search)));
    route(urlOf('/audit', { site: site.id, ...newest, ...next }), true);
  };
  const list = useLiveList<AuditRow>({
    key: `audit ${site.id} ${JSON.stringify(filters)}`,
    of: ['audit'],
    idOf: ({ audit_id }) => audit_id,
    load: (cursor, signal) => askAudit(site.id, filters, cursor, signal),
  });
  return (
    <>
      <div class="page-head">
        <PageHeading />
        <SearchField
          key={site.id}
          value={filters.search}
          label={m.search}
          placeholder={m.searchHint}
          onSearch={(search) => change({ search })}
        />
      </div>
      <p class="audit-intro">{m.intro}</p>
      <FilterBar filters={filters} users={users} keys={keys} onChange={change} />
      <div class="actions audit-actions">
        {isFiltered && (
          <button
            type="button"
            class="button"
            onClick={() => route(urlOf('/audit', { site: site.id }), true)}
          >
            {m.clear}
          </button>
        )}
        <CsvButton path={pathOf(site.id, filters)} file={`audit-${site.id}`} />
      </div>
      <section ref={region} tabIndex={-1} class="card" aria-label={title}>
        <NewRows list={list} focusAfter={() => region.current} />
        <Loaded list={{ ...list, record: list.rows }}>
          {(rows) =>
            rows.length > 0 ? (
              <Rows rows={rows} nameOf={nameOf} />
            ) : (
              <EmptyState>
                <p role="status">{isFiltered ? m.noMatch : m.empty}</p>
              </EmptyState>
            )
          }
        </Loaded>
        <ShowMore list={list} focusAfter={() => region.current} />
      </section>
    </>
  );
}

function Rows({ rows, nameOf }: { rows: AuditRow[]; nameOf: NameOf }) {
  const m = texts.value;
  const title = usePageTitle();
  const format = useFormat();
  return (
    <DataTable
      name="audit"
      label={title}
      rows={rows}
      keyOf={({ audit_id }) => audit_id}
      columns={[
        {
          name: 'action',
          title: m.columns.what,
          width: 30,
          wraps: true,
          cell: (row) => <Entry row={row} nameOf={nameOf} />,
        },
        {
          name: 'ts',
          title: m.columns.when,
          width: 11,
          card: 'end',
          cell: ({ ts }) => <time dateTime={new Date(ts).toISOString()}>{format.shortDateTime(ts)}</time>,
        },
        { name: 'country', title: m.columns.country, width: 5, cell: ({ country }) => country },
      ]}
    />
  );
}
