import { AccessList } from '../../components/AccessList.js';
import { announce } from '../../components/announce.js';
import { DataTable } from '../../components/DataTable.js';
import { EmptyState, ErrorNotice } from '../../components/Notice.js';
import { useFormat } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { now } from '../../now.js';
import type { UserRecord } from '../../users.js';
import { type Invitation, withdraw } from './data.js';
import { texts } from './texts.js';

interface PendingProps {
  invitations: Invitation[];
  users: UserRecord[];
  reload: () => void;
  /** Where a keyboard goes on when the row is gone. */
  focusAfter: () => HTMLElement | null;
}

/** The links that have not been used yet. */
export function Pending({ invitations, users, reload, focusAfter }: PendingProps) {
  const m = texts.value;
  const format = useFormat();
  const error = useFailure();
  const nameOf = ({ email, name, user }: Invitation) =>
    name ?? email ?? users.find(({ id }) => id === user)?.name ?? user ?? '';

  async function onWithdraw(invitation: Invitation) {
    error.value = undefined;
    try {
      await withdraw(invitation);
      announce(m.withdrawn(nameOf(invitation)));
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      // Accepted or withdrawn meanwhile: the list shows it.
      if (cause.failure !== 'not_found') error.value = cause;
    }
    reload();
    focusAfter()?.focus();
  }

  if (invitations.length === 0) return <EmptyState>{m.pendingEmpty}</EmptyState>;
  return (
    <>
      {error.value && <ErrorNotice error={error.value} />}
      <DataTable
        name="invitations"
        label={m.pending}
        rows={invitations}
        keyOf={({ id }) => id}
        columns={[
          {
            name: 'name',
            title: m.name,
            wraps: true,
            cell: (row) => (
              <>
                <UserText>{nameOf(row)}</UserText>
                {row.name && row.email && (
                  <span class="data-beside">
                    <UserText>{row.email}</UserText>
                  </span>
                )}
              </>
            ),
          },
          {
            name: 'access',
            title: m.access,
            width: 16,
            wraps: true,
            cell: ({ access, user }) => (user ? m.forReset : <AccessList access={access} />),
          },
          {
            name: 'expires',
            title: m.expires,
            cell: ({ expires }) =>
              expires <= now.value ? <span class="tag">{m.expired}</span> : format.shortDateTime(expires),
          },
        ]}
        actions={(row) => (
          <button
            type="button"
            class="button button-small"
            aria-label={m.withdrawFor(nameOf(row))}
            onClick={() => onWithdraw(row)}
          >
            {m.withdraw}
          </button>
        )}
      />
    </>
  );
}
