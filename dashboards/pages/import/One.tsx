import { useSignal } from '@preact/signals';
import { Confirm } from '../../components/Confirm.js';
import { Loaded } from '../../components/Loaded.js';
import { ErrorNotice } from '../../components/Notice.js';
import { nameOf } from '../../components/person.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { useLiveRecord } from '../../live/use.js';
import { personUrl, urlOf } from '../../urls.js';
import { begin, type OneImport, read } from './data.js';
import { Mapping } from './Mapping.js';
import { Rows } from './Rows.js';
import { texts } from './texts.js';

/** One import, at whatever point it is. */
export function One({ id }: { id: string }) {
  const m = texts.value;
  const { site } = useSite();
  const found = useLiveRecord(`import ${site.id} ${id}`, ['imports', 'jobs'], (signal) =>
    read(site.id, id, signal),
  );
  return (
    <>
      <p>
        <a href={urlOf('/import', { site: site.id })}>{m.back}</a>
      </p>
      <Loaded list={found}>{(one) => <State one={one} />}</Loaded>
    </>
  );
}

function State({ one }: { one: OneImport }) {
  const m = texts.value;
  const format = useFormat();
  const isPlanned = one.state !== 'read' && one.state !== 'reading' && one.state !== 'planning';
  return (
    <>
      <h2>
        <UserText>{one.name}</UserText>
      </h2>
      <p role="status">
        {m.states[one.state]}. {m.rowsOf(one.rows)}
      </p>
      {one.state === 'reading' && <p>{m.brokenOff}</p>}
      {one.state === 'read' && <Mapping one={one} />}
      {one.progress.total > 0 && (
        <p class="import-progress">
          <progress aria-label={m.states[one.state]} value={one.progress.done} max={one.progress.total} />{' '}
          {m.progress(format.number(one.progress.done), format.number(one.progress.total))}
        </p>
      )}
      {one.state === 'planned' && <Planned one={one} />}
      {one.state === 'done' && <Done one={one} />}
      {one.state === 'undone' && <Undone one={one} />}
      {isPlanned && <Rows one={one} />}
    </>
  );
}

function Planned({ one }: { one: OneImport }) {
  const m = texts.value;
  const { create, update } = one.counts;
  return (
    <>
      {create + update > 0 ? <Run one={one} /> : <p>{m.nothingToDo}</p>}
      <details class="card">
        <summary>{m.changeMapping}</summary>
        <Mapping one={one} />
      </details>
    </>
  );
}

function Done({ one }: { one: OneImport }) {
  const m = texts.value;
  const { site } = useSite();
  const isAsked = useSignal(false);
  const { create, update } = one.counts;
  const close = () => {
    isAsked.value = false;
  };
  return (
    <div class="actions">
      <a class="button" href={urlOf('/leads', { site: site.id })}>
        {m.toLeads}
      </a>
      {create + update > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => {
            isAsked.value = true;
          }}
        >
          {m.undo}
        </button>
      )}
      {isAsked.value && (
        <Confirm
          title={m.undoTitle}
          action={m.undo}
          run={async () => {
            await begin(site.id, one.id, 'undo');
            close();
          }}
          onClose={close}
        >
          <p>{m.undoExplained(create, update)}</p>
        </Confirm>
      )}
    </div>
  );
}

function Undone({ one }: { one: OneImport }) {
  const m = texts.value;
  const { site } = useSite();
  if (one.kept === 0) return <p>{m.nobodyKept}</p>;
  return (
    <>
      <p>{m.kept(one.kept)}</p>
      <ul>
        {one.people.map((person) => (
          <li key={person.person_id}>
            <a href={personUrl(site.id, person.person_id)}>
              <UserText>{nameOf({ ...person, customers: [] })}</UserText>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Does what the preview says. */
function Run({ one }: { one: OneImport }) {
  const { site } = useSite();
  const busy = useSignal(false);
  const error = useFailure();
  async function onClick() {
    if (busy.peek()) return;
    busy.value = true;
    error.value = undefined;
    try {
      await begin(site.id, one.id, 'run');
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }
  return (
    <div class="actions">
      <button type="button" class="button button-main" aria-disabled={busy.value} onClick={onClick}>
        {texts.value.run(one.counts.create + one.counts.update)}
      </button>
      {error.value && <ErrorNotice error={error.value} />}
    </div>
  );
}
