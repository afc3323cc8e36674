import { useSignal } from '@preact/signals';
import { useRoute } from 'preact-iso';
import { mayMarketAt } from '../../access.js';
import { BackLink } from '../../components/BackLink.js';
import { PageHeading } from '../../components/Heading.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { QueryList } from '../../lists/QueryList.js';
import { me } from '../../session.js';
import { linkUrl } from '../../urls.js';
import { recipientColumns } from './columns.js';
import { MakeAddresses } from './MakeAddresses.js';
import { texts } from './texts.js';

/** Whom a link was made for, and what each of them did with it: a list to follow up. */
export function Page() {
  const { site } = useSite();
  const id = useRoute().params.id ?? '';
  const m = texts.value;
  const isMaking = useSignal(false);
  const make = mayMarketAt(me.value?.access ?? [], site.id) && (
    <button
      type="button"
      class="button"
      onClick={() => {
        isMaking.value = true;
      }}
    >
      {m.make}
    </button>
  );
  return (
    <>
      <BackLink href={linkUrl(site.id, id)}>{m.back}</BackLink>
      <QueryList
        query="clickers"
        label={usePageTitle()}
        columns={recipientColumns(useFormat())}
        fixed={{ link: id }}
        keyOf={({ person_id }) => person_id}
        usual={{ column: 'last_click', order: 'desc' }}
        search={{ label: m.search }}
        heading={
          <>
            <PageHeading />
            {make}
          </>
        }
        count={m.count}
        empty={
          <EmptyState>
            <h2>{m.empty.title}</h2>
            <p class="empty-text">{m.empty.text}</p>
          </EmptyState>
        }
      />
      {isMaking.value && (
        <MakeAddresses
          link={id}
          onClose={() => {
            isMaking.value = false;
          }}
        />
      )}
    </>
  );
}
