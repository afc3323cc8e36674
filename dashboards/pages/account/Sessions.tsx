import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { isOwnerAt } from '../../access.js';
import { deleteRecord, listAll } from '../../api.js';
import { announce } from '../../components/announce.js';
import { Confirm } from '../../components/Confirm.js';
import { SelectField } from '../../components/Field.js';
import { Loaded } from '../../components/Loaded.js';
import { EmptyState, ErrorNotice } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { useLiveRecord } from '../../live/use.js';
import { me, signOut } from '../../session.js';
import { urlOf } from '../../urls.js';
import { listUsers } from '../../users.js';
import { type SessionRecord, SessionTable } from './SessionTable.js';
import { texts } from './texts.js';
import { EVERYBODY, sessionsOf } from './whose.js';

const listSessions = (signal?: AbortSignal) => listAll<SessionRecord>('sessions', signal);

export function Sessions() {
  const m = texts.value;
  const { site } = useSite();
  const isOwner = isOwnerAt(me.value?.access ?? [], site.id);
  const own = me.value?.user?.id ?? '';
  const { query, route } = useLocation();
  const whose = isOwner ? (query.of ?? own) : own;
  const sessions = useLiveRecord('sessions', ['sessions'], listSessions);
  const users = useLiveRecord(isOwner ? 'users' : 'no users', isOwner ? ['users'] : [], async (signal) =>
    isOwner ? listUsers(signal) : [],
  );
  const asking = useSignal(false);
  const error = useFailure();

  async function end(session: SessionRecord) {
    error.value = undefined;
    if (session.id === me.peek()?.sessionId) return signOut();
    try {
      await deleteRecord('sessions', session);
      announce(m.ended);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      // Ended meanwhile: the list shows it.
      if (cause.failure !== 'not_found') error.value = cause;
    }
    sessions.retry();
  }

  return (
    <section class="card" aria-labelledby="sessions">
      <div class="section-head">
        <h2 id="sessions">{m.sessions}</h2>
        {/* It ends one's own alone. */}
        {whose === own && (
          <button
            type="button"
            class="button"
            onClick={() => {
              asking.value = true;
            }}
          >
            {m.everywhere}
          </button>
        )}
      </div>
      <p>{m.sessionsIntro}</p>
      {isOwner && (
        <SelectField
          label={m.whose}
          name="of"
          value={whose}
          onChange={(of) =>
            route(urlOf('/account', { site: site.id, of: of === own ? undefined : of || 'key' }), true)
          }
        >
          {own !== '' && <option value={own}>{m.mine}</option>}
          <option value={EVERYBODY}>{m.everybody}</option>
          <option value={own === '' ? '' : 'key'}>{m.withKey}</option>
          {users.record
            ?.filter(({ id }) => id !== own)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
      )}
      {error.value && <ErrorNotice error={error.value} />}
      <Loaded list={sessions}>
        {(rows) => {
          const shown = sessionsOf(rows, whose);
          if (shown.length === 0) return <EmptyState>{m.empty}</EmptyState>;
          return <SessionTable sessions={shown} users={users.record ?? []} onEnd={end} />;
        }}
      </Loaded>
      {asking.value && (
        <Confirm
          title={m.everywhereConfirm}
          action={m.everywhere}
          run={() => signOut({ everywhere: true })}
          onClose={() => {
            asking.value = false;
          }}
        >
          <p>{own ? m.everywhereText : m.everywhereKeyText}</p>
        </Confirm>
      )}
    </section>
  );
}
