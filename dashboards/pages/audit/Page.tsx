import './page.css';
import { PageHeading } from '../../components/Heading.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat } from '../../components/site.js';
import { QueryList } from '../../lists/QueryList.js';
import { columnsOf, filtersOf } from './columns.js';
import { texts } from './texts.js';
import { useNames } from './useNames.js';

export function Page() {
  const m = texts.value;
  const names = useNames();
  return (
    <>
      <QueryList
        query="audit"
        label={usePageTitle()}
        columns={columnsOf(names.nameOf, useFormat())}
        filters={filtersOf(names)}
        keyOf={({ audit_id }) => audit_id}
        usual={{ column: 'ts', order: 'desc' }}
        search={{ label: m.search, placeholder: m.searchHint }}
        heading={<PageHeading />}
        empty={<EmptyState>{m.empty}</EmptyState>}
      />
      <p class="audit-intro muted small">{m.intro}</p>
    </>
  );
}
