import './page.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { mayWriteAt, seesOwnOnly } from '../../access.js';
import { query as ask, type Lead, type Person } from '../../api.js';
import { BackLink } from '../../components/BackLink.js';
import { PageHeading } from '../../components/Heading.js';
import { EmptyState, ErrorNotice, Skeleton } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { useOwners } from '../../components/useOwners.js';
import { ApiError } from '../../http.js';
import { listedRow } from '../../live/list.js';
import { useLiveRecord } from '../../live/use.js';
import { JoinWith } from '../../people/JoinWith.js';
import { shortName } from '../../people/short_name.js';
import { me } from '../../session.js';
import { personUrl, urlOf } from '../../urls.js';
import { Actions } from './about/Actions.js';
import { Cards } from './about/Cards.js';
import { Consents } from './about/Consents.js';
import { Activity, Came, Facts, Score, Worth } from './about/Facts.js';
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
  const shown = record ?? (record === undefined && !error ? listed(site.id, id) : undefined);
  const mayDecide = mayWriteAt(me.value?.access ?? [], site.id);
  return (
    <>
      <BackLink href={urlOf('/leads', { site: site.id })}>{m.person.back}</BackLink>
      {shown ? (
        <Header person={shown} ownerName={ownerName}>
          {mayDecide && (
            <Actions
              person={shown}
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
      {record === undefined && error && <ErrorNotice error={error} retry={retry} />}
      {record && <NextSteps person={record} ownerName={ownerName} mayAct={mayDecide} />}
      {record && <Suspects person={record.person_id} mayDecide={mayDecide} onDecided={goTo} />}
      {record !== null && (record || !error) && (
        <div class="person">
          <Cards>
            {shown ? (
              <>
                <Facts
                  person={shown}
                  said={said.record ?? []}
                  ownerName={ownerName}
                  mayEdit={mayDecide && record !== undefined}
                />
                <Score person={shown} />
                <Worth person={shown} />
                <Came person={shown} />
                <Identifiers
                  person={shown.person_id}
                  said={said.record ?? []}
                  mayDecide={mayDecide}
                  onDecided={goTo}
                />
                <Consents whom={{ id: shown.person_id, name: shortName(shown) }} mayAct={mayDecide} />
                <Activity person={shown} />
              </>
            ) : (
              <Skeleton />
            )}
          </Cards>
          <Timeline whom={{ id, name: shown ? shortName(shown) : m.correct.them }} ownerName={ownerName} />
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

/** As the list that led here had them: shown until all of it is read. What is to be done next waits for that. */
function listed(site: string, person: string): Person | undefined {
  const lead = listedRow<Lead>(`leads ${site} `, ({ person_id }) => person_id === person);
  return lead && { ...lead, step_ids: [], step_times: [], step_texts: [], step_reps: [] };
}

async function load(site: string, person: string, signal: AbortSignal): Promise<Person | undefined> {
  try {
    return (await ask('person', { site, person }, signal)).rows[0];
  } catch (error) {
    if (error instanceof ApiError && error.failure === 'not_found') return undefined;
    throw error;
  }
}
