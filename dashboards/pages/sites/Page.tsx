import './page.css';
import { isOwnerAt, ownsAll } from '../../access.js';
import type { Site } from '../../api.js';
import { DataTable } from '../../components/DataTable.js';
import { PageHeading } from '../../components/Heading.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useSite } from '../../components/site.js';
import { type Sort, sortRows } from '../../components/sorting.js';
import { UserText } from '../../components/Text.js';
import { useAddress, useSort } from '../../components/useAddress.js';
import { formatTag } from '../../i18n/locale.js';
import { me } from '../../session.js';
import { urlOf } from '../../urls.js';
import { EditSite } from './EditSite.js';
import { NewSite } from './NewSite.js';
import { texts } from './texts.js';

/** The sites that the reader owns; the one that the address names, to be changed; or a new one. */
export function Page() {
  const m = texts.value;
  const { site, sites } = useSite();
  const { search } = useAddress();
  const access = me.value?.access ?? [];
  const own = sites.filter(({ id }) => isOwnerAt(access, id));
  const edited = search.get('edit');
  const found = own.find(({ id }) => id === edited);
  const isNew = search.has('new') && ownsAll(access);
  const all = urlOf('/sites', { site: site.id });
  return (
    <>
      <div class="page-head">
        {found ? (
          <PageHeading title={found.name}>
            <UserText>{found.name}</UserText>
          </PageHeading>
        ) : (
          <PageHeading title={isNew ? m.add : undefined} />
        )}
        {edited !== null || isNew ? (
          <a class="button" href={all}>
            {m.all}
          </a>
        ) : (
          ownsAll(access) && (
            <a class="button button-main" href={urlOf('/sites', { site: site.id, new: 'yes' })}>
              {m.add}
            </a>
          )
        )}
      </div>
      <div class={found || isNew ? 'stack' : 'stack stack-wide'}>
        {isNew ? (
          <NewSite />
        ) : found ? (
          <EditSite key={found.id} site={found} />
        ) : edited !== null ? (
          <EmptyState>
            <p>{m.gone}</p>
          </EmptyState>
        ) : (
          <List sites={own} />
        )}
      </div>
    </>
  );
}

const USUAL: Sort = { column: 'name', order: 'asc' };

function List({ sites }: { sites: readonly Site[] }) {
  const m = texts.value;
  const title = usePageTitle();
  const { site: chosen } = useSite();
  const { sort, onSort } = useSort(USUAL);
  const valueIn = (row: Site, column: string) =>
    column === 'origins' ? row.origins.length : row[column as keyof Site];
  return (
    <section class="card" aria-label={title}>
      <DataTable
        name="sites"
        label={title}
        rows={sortRows(sites, sort, valueIn, formatTag.value)}
        keyOf={({ id }) => id}
        href={({ id }) => urlOf('/sites', { site: chosen.id, edit: id })}
        sort={sort}
        onSort={onSort}
        total={sites.length}
        columns={[
          {
            name: 'name',
            title: m.name,
            width: 12,
            sort: 'asc',
            card: 'title',
            cell: ({ name }) => <UserText>{name}</UserText>,
          },
          { name: 'id', title: m.key, width: 9, sort: 'asc', cell: ({ id }) => id },
          {
            name: 'origins',
            title: m.origins,
            width: 18,
            cell: ({ origins }) => (origins.length > 0 ? origins.map(m.originShown).join(', ') : m.noOrigin),
          },
          {
            name: 'timeZone',
            title: m.timeZone,
            width: 10,
            sort: 'asc',
            cell: ({ timeZone }) => timeZone.replaceAll('_', ' '),
          },
          { name: 'currency', title: m.currency, width: 6, sort: 'asc', cell: ({ currency }) => currency },
        ]}
      />
    </section>
  );
}
