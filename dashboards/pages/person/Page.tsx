import './page.css';
import { useRoute } from 'preact-iso';
import { seesOwnOnly } from '../../access.js';
import { query as ask, type Person } from '../../api.js';
import { PageHeading } from '../../components/Heading.js';
import { Icon } from '../../components/Icon.js';
import { EmptyState, ErrorNotice, Skeleton } from '../../components/Notice.js';
import { nameOf, Stage } from '../../components/person.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useOwners } from '../../components/useOwners.js';
import { ApiError } from '../../http.js';
import { useLiveRecord } from '../../live/use.js';
import { me } from '../../session.js';
import { urlOf } from '../../urls.js';
import { Facts } from './Facts.js';
import { Timeline } from './Timeline.js';
import { words } from './words.js';

export function Page() {
  const { site } = useSite();
  const id = useRoute().params.id ?? '';
  const m = words.value;
  const { ownerName } = useOwners();
  const { record, error, retry } = useLiveRecord(`person ${site.id} ${id}`, ['person'], (signal) =>
    load(site.id, id, signal),
  );
  return (
    <>
      <a class="back" href={urlOf('/leads', { site: site.id })}>
        <Icon name="back" />
        {m.person.back}
      </a>
      <div class="page-head">
        <PageHeading title={record ? nameOf(record) : undefined}>
          {record && <UserText>{nameOf(record)}</UserText>}
        </PageHeading>
        {record && <Stage stage={record.stage} />}
      </div>
      {record === null && (
        <EmptyState>
          {seesOwnOnly(me.value?.access ?? [], site.id) ? m.person.missingOrOther : m.person.missing}
        </EmptyState>
      )}
      {record === undefined && (error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton />)}
      {record && (
        <div class="person">
          <Facts person={record} ownerName={ownerName} />
          <Timeline person={id} ownerName={ownerName} />
        </div>
      )}
    </>
  );
}

async function load(site: string, person: string, signal: AbortSignal): Promise<Person | undefined> {
  try {
    return (await ask('person', { site, person }, signal)).rows[0];
  } catch (error) {
    if (error instanceof ApiError && error.failure === 'not_found') return undefined;
    throw error;
  }
}
