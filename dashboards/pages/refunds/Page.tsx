import { BackLink } from '../../components/BackLink.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { QueryList } from '../../lists/QueryList.js';
import { orderUrl, urlOf } from '../../urls.js';
import { refundColumns } from './columns.js';
import { texts } from './texts.js';

/** What was given back, each time on its own day. */
export function Page() {
  const { site } = useSite();
  const m = texts.value;
  return (
    <>
      <BackLink href={urlOf('/orders', { site: site.id })}>{m.back}</BackLink>
      <QueryList
        query="refunds"
        label={usePageTitle()}
        columns={refundColumns(useFormat(), useOwners(), useWide())}
        keyOf={({ order_id, refund_id }) => `${order_id} ${refund_id}`}
        href={({ order_id }) => orderUrl(site.id, order_id)}
        usual={{ column: 'ts', order: 'desc' }}
        search={{ label: m.search }}
        heading={<PageHeading />}
        count={m.count}
        views={{ page: '/refunds', all: m.all }}
        empty={
          <EmptyState>
            <h2>{m.empty.title}</h2>
            <p class="empty-text">{m.empty.text}</p>
            <a class="button" href={urlOf('/orders', { site: site.id })}>
              {m.empty.orders}
            </a>
          </EmptyState>
        }
      />
    </>
  );
}
