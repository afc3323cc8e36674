import { DateRange, useDateRange } from '../../components/DateRange.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { clickColumns } from '../../links/click_columns.js';
import { QueryList } from '../../lists/QueryList.js';
import { linkUrl, urlOf } from '../../urls.js';
import { texts } from './texts.js';

const USUAL = 'days30';

/** Clicks of all tracked links as they come. */
export function Page() {
  const { site } = useSite();
  const m = texts.value;
  const { range } = useDateRange(USUAL);
  return (
    <QueryList
      query="clicks"
      label={usePageTitle()}
      columns={clickColumns(useFormat(), useWide())}
      fixed={{ ...range }}
      keyOf={({ click_id }) => click_id}
      href={({ link }) => linkUrl(site.id, link)}
      usual={{ column: 'ts', order: 'desc' }}
      search={{ label: m.search }}
      heading={
        <>
          <PageHeading />
          <DateRange usual={USUAL} canCompare={false} />
        </>
      }
      count={m.count}
      views={{ page: '/clicks', all: m.all }}
      empty={
        <EmptyState>
          <h2>{m.empty.title}</h2>
          <p class="empty-text">{m.empty.text}</p>
          <a class="button" href={urlOf('/links', { site: site.id })}>
            {m.empty.links}
          </a>
        </EmptyState>
      }
    />
  );
}
