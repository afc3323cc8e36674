import './page.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { mayWriteAt, seesOwnOnly } from '../../access.js';
import { query as ask, type Person } from '../../api.js';
import { BackLink } from '../../components/BackLink.js';
import { PageHeading } from '../../components/Heading.js';
import { EmptyState, ErrorNotice, Skeleton } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { ApiError } from '../../http.js';
import { useLiveRecord } from '../../live/use.js';
import { JoinWith } from '../../people/JoinWith.js';
import { me } from '../../session.js';
import { personUrl, urlOf } from '../../urls.js';
import { Actions } from './about/Actions.js';
import { Cards } from './about/Cards.js';
import { Activity, Came, Facts, Worth } from './about/Facts.js';
import { Header } from './about/Header.js';
import { Identifiers } from './about/Identifiers.js';
import { NextSteps } from './about/NextSteps.js';
import { Suspects } from './about/Suspects.js';
import { Timeline } from './Timeline.js';
import { words } from './words.js';

export function Page() {
  const { site } = useSite();
  const id = useRoute().params.id ?? '';
  const m = words.value;
  const { ownerName } = useOwners();
  const { route } = useLocation();
  const isJoining = useSignal(false);
  const { record, error, retry } = useLiveRecord(`person ${site.id} ${id}`, ['person'], (signal) =>
    load(site.id, id, signal),
  );
  const said = useLiveRecord(`said ${site.id} ${id}`, ['said'], async (signal) => {
    const { rows } = await ask('said', { site: site.id, person: id }, signal);
    return rows;
  });
  // What is undone later may find its reader on another page: there they stay.
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const goTo = (person: string) => {
    if (isHere.current && person !== id) route(personUrl(site.id, person), true);
  };
  // They may go by another id by now than that of the address.
  const canonical = record?.person_id;
  useEffect(() => {
    if (!canonical || canonical === id) return;
    const [path] = personUrl(site.id, canonical).split('?');
    route(`${path}${location.search}`, true);
  }, [canonical, id]);
  const mayDecide = mayWriteAt(me.value?.access ?? [], site.id);
  return (
    <>
      <BackLink href={urlOf('/leads', { site: site.id })}>{m.person.back}</BackLink>
      {record ? (
        <Header person={record} ownerName={ownerName}>
          {mayDecide && (
            <Actions
              person={record}
              onJoin={() => {
                isJoining.value = true;
              }}
            />
          )}
        </Header>
      ) : (
        <div class="page-head">
          <PageHeading />
        </div>
      )}
      {record === null && (
        <EmptyState>
          {seesOwnOnly(me.value?.access ?? [], site.id) ? m.person.missingOrOther : m.person.missing}
        </EmptyState>
      )}
      {record === undefined && (error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton />)}
      {record && <NextSteps person={record} ownerName={ownerName} mayAct={mayDecide} />}
      {record && <Suspects person={record.person_id} mayDecide={mayDecide} onDecided={goTo} />}
      {record && (
        <div class="person">
          <Cards>
            <Facts person={record} said={said.record ?? []} ownerName={ownerName} />
            <Worth person={record} />
            <Came person={record} />
            <Identifiers
              person={record.person_id}
              said={said.record ?? []}
              mayDecide={mayDecide}
              onDecided={goTo}
            />
            <Activity person={record} />
          </Cards>
          <Timeline person={id} ownerName={ownerName} />
        </div>
      )}
      {record && isJoining.value && (
        <JoinWith
          person={record.person_id}
          onDecided={goTo}
          onClose={() => {
            isJoining.value = false;
          }}
        />
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
