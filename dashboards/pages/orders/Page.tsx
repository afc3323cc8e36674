import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { QueryList } from '../../lists/QueryList.js';
import { orderUrl, urlOf } from '../../urls.js';
import { orderColumns } from './columns.js';
import { texts } from './texts.js';

/** Orders as they are by now, the newest first. */
export function Page() {
  const { site } = useSite();
  const m = texts.value;
  return (
    <QueryList
      query="purchases"
      label={usePageTitle()}
      columns={orderColumns(useFormat(), useOwners(), useWide())}
      keyOf={({ order_id }) => order_id}
      href={({ order_id }) => orderUrl(site.id, order_id)}
      usual={{ column: 'ts', order: 'desc' }}
      search={{ label: m.search }}
      heading={
        <>
          <PageHeading />
          <a class="button" href={urlOf('/refunds', { site: site.id })}>
            {m.refunds}
          </a>
        </>
      }
      count={m.count}
      views={{ page: '/orders', all: m.all }}
      empty={
        <EmptyState>
          <h2>{m.empty.title}</h2>
          <p class="empty-text">{m.empty.text}</p>
          <a class="button" href={urlOf('/leads', { site: site.id })}>
            {m.empty.leads}
          </a>
        </EmptyState>
      }
    />
  );
}
