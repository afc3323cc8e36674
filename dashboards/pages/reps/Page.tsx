import { DateRange, useDateRange } from '../../components/DateRange.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { QueryList } from '../../lists/QueryList.js';
import { urlOf } from '../../urls.js';
import { repColumns } from './columns.js';
import { texts } from './texts.js';

const USUAL = 'days30';

/** What each rep has, and what they did and sold in some days. */
export function Page() {
  const { site } = useSite();
  const m = texts.value;
  const { range } = useDateRange(USUAL);
  return (
    <QueryList
      query="owners"
      label={usePageTitle()}
      columns={repColumns(useFormat(), useOwners(), useWide())}
      fixed={{ ...range }}
      keyOf={({ owner }) => owner}
      // To their people; the address of those who have none says so by an empty value.
      href={({ owner }) => `${urlOf('/leads', { site: site.id })}&owner=${encodeURIComponent(owner)}`}
      usual={{ column: 'people', order: 'desc' }}
      search={{ label: m.search }}
      heading={
        <>
          <PageHeading />
          <DateRange usual={USUAL} canCompare={false} />
        </>
      }
      count={m.count}
      empty={<EmptyState>{m.empty}</EmptyState>}
    />
  );
}
