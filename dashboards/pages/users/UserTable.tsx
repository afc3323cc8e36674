import { useSignal } from '@preact/signals';
import { ownsAll } from '../../access.js';
import { AccessList } from '../../components/AccessList.js';
import { announce } from '../../components/announce.js';
import { Confirm } from '../../components/Confirm.js';
import { DataTable } from '../../components/DataTable.js';
import { ErrorNotice } from '../../components/Notice.js';
import { Ago, UserText } from '../../components/Text.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { me } from '../../session.js';
import type { UserRecord } from '../../users.js';
import { invite, removeUser } from './data.js';
import { texts } from './texts.js';
import { UserForm } from './UserForm.js';

interface UserTableProps {
  users: UserRecord[];
  reload: () => void;
  onReset: (link: { name: string; url: string }) => void;
}

export function UserTable({ users, reload, onReset }: UserTableProps) {
  const m = texts.value;
  const open = useSignal<{ id: string; what: 'edit' | 'remove' } | undefined>(undefined);
  const error = useFailure();
  const chosen = users.find(({ id }) => id === open.value?.id);
  const isSelf = chosen?.id === me.value?.user?.id;
  const close = () => {
    open.value = undefined;
  };

  async function reset(user: UserRecord) {
    error.value = undefined;
    try {
      onReset({ name: user.name, url: await invite({ user: user.id }) });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    }
  }

  function finish(said: string) {
    close();
    announce(said);
    reload();
  }

  return (
    <>
      {error.value && <ErrorNotice error={error.value} />}
      <DataTable
        name="users"
        label={m.list}
        rows={users}
        keyOf={({ id }) => id}
        columns={[
          {
            name: 'name',
            title: m.name,
            width: 14,
            wraps: true,
            cell: ({ id, name, email }) => (
              <>
                <UserText>{name}</UserText>
                {id === me.value?.user?.id && <span class="tag">{m.you}</span>}
                <span class="data-beside">
                  <UserText>{email}</UserText>
                </span>
              </>
            ),
          },
          {
            name: 'access',
            title: m.access,
            width: 16,
            wraps: true,
            cell: ({ access }) => <AccessList access={access} />,
          },
          {
            name: 'lastUsedAt',
            title: m.lastActive,
            cell: ({ lastUsedAt }) =>
              lastUsedAt ? <Ago ts={lastUsedAt} /> : <span class="muted small">{m.never}</span>,
          },
        ]}
        actionsWidth={20}
        actions={(user) => (
          <>
            <button
              type="button"
              class="button button-small"
              aria-label={m.editName(user.name)}
              onClick={() => {
                open.value = { id: user.id, what: 'edit' };
              }}
            >
              {m.edit}
            </button>
            {/* A password opens whatever its owner may do: only who may do all of it sets another one. */}
            {ownsAll(me.value?.access ?? []) && (
              <button
                type="button"
                class="button button-small"
                aria-label={m.resetName(user.name)}
                onClick={() => reset(user)}
              >
                {m.reset}
              </button>
            )}
            <button
              type="button"
              class="button button-small"
              aria-label={m.removeName(user.name)}
              onClick={() => {
                open.value = { id: user.id, what: 'remove' };
              }}
            >
              {m.remove}
            </button>
          </>
        )}
      />
      {chosen && open.value?.what === 'edit' && (
        <UserForm
          user={chosen}
          reload={reload}
          onSaved={() => finish(m.savedName(chosen.name))}
          onClose={close}
        />
      )}
      {chosen && open.value?.what === 'remove' && (
        <Confirm
          title={isSelf ? m.confirmSelf : m.confirm(chosen.name)}
          action={isSelf ? m.removeSelf : m.removeNow}
          run={async () => {
            await removeUser(chosen);
            finish(m.removed(chosen.name));
          }}
          onClose={close}
        >
          <p>{isSelf ? m.confirmSelfText : m.confirmText}</p>
        </Confirm>
      )}
    </>
  );
}
