import { useSignal } from '@preact/signals';
import { mayMarketAt } from '../../access.js';
import { DateRange, useDateRange } from '../../components/DateRange.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { QueryList } from '../../lists/QueryList.js';
import { me } from '../../session.js';
import { linkUrl, urlOf } from '../../urls.js';
import { AddLink } from './AddLink.js';
import { linkColumns } from './columns.js';
import { texts } from './texts.js';

const USUAL = 'days90';

/** Tracked links, those that people follow most first. */
export function Page() {
  const { site } = useSite();
  const m = texts.value;
  const { range } = useDateRange(USUAL);
  const isAdding = useSignal(false);
  const add = mayMarketAt(me.value?.access ?? [], site.id) && (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          isAdding.value = true;
        }}
      >
        {m.add}
      </button>
      <a class="button" href={urlOf('/convert', { site: site.id })}>
        {m.convert}
      </a>
    </>
  );
  return (
    <>
      <QueryList
        query="links"
        label={usePageTitle()}
        columns={linkColumns(useFormat(), useWide())}
        fixed={{ ...range }}
        keyOf={({ link }) => link}
        href={({ link }) => linkUrl(site.id, link)}
        usual={{ column: 'clicks', order: 'desc' }}
        search={{ label: m.search }}
        heading={
          <>
            <PageHeading />
            {add}
            <DateRange usual={USUAL} canCompare={false} />
          </>
        }
        count={m.count}
        views={{ page: '/links', all: m.all }}
        empty={
          <EmptyState>
            <h2>{m.empty.title}</h2>
            <p class="empty-text">{m.empty.text}</p>
          </EmptyState>
        }
      />
      {isAdding.value && (
        <AddLink
          onClose={() => {
            isAdding.value = false;
          }}
        />
      )}
    </>
  );
}
