import './page.css';
import { announce } from '../../components/announce.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { usePageTitle } from '../../components/page.js';
import { nameOf } from '../../components/person.js';
import { QueryList } from '../../components/QueryList.js';
import { useFormat, useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { personUrl } from '../../urls.js';
import { columnsOf } from './columns.js';
import { NoLeads } from './NoLeads.js';
import { texts } from './texts.js';

export function Page() {
  const { site } = useSite();
  const m = texts.value;
  return (
    <QueryList
      query="leads"
      label={usePageTitle()}
      columns={columnsOf({ format: useFormat(), ...useOwners(), isWide: useWide() })}
      keyOf={({ person_id }) => person_id}
      href={({ person_id }) => personUrl(site.id, person_id)}
      usual={{ column: 'captured_at', order: 'desc' }}
      search={{ label: m.search }}
      heading={<PageHeading />}
      empty={<NoLeads />}
      onFresh={([first, ...others]) => {
        if (first) announce(m.added(1 + others.length, nameOf(first)));
      }}
    />
  );
}
