import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { QueryList } from '../../lists/QueryList.js';
import { attributeFilters } from '../../people/attribute_columns.js';
import { knownAttributes } from '../../people/attributes.js';
import { texts as peopleTexts } from '../../people/texts.js';
import { personUrl } from '../../urls.js';
import { customerColumns } from './columns.js';
import { NoCustomers } from './NoCustomers.js';
import { texts } from './texts.js';

/** Everybody who has bought, with what they paid and were given back. */
export function Page() {
  const { site } = useSite();
  const format = useFormat();
  const m = texts.value;
  const attributes = knownAttributes(site.attributes, format, peopleTexts.value);
  return (
    <QueryList
      query="customers"
      label={usePageTitle()}
      columns={customerColumns({ format, ...useOwners(), attributes, isWide: useWide() })}
      filters={attributeFilters(attributes)}
      keyOf={({ person_id }) => person_id}
      href={({ person_id }) => personUrl(site.id, person_id)}
      usual={{ column: 'last_purchase', order: 'desc' }}
      search={{ label: m.search }}
      heading={<PageHeading />}
      count={m.count}
      views={{ page: '/customers', all: m.everyone }}
      empty={<NoCustomers />}
    />
  );
}
