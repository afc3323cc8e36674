import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { announce } from '../../components/announce.js';
import { Confirm } from '../../components/Confirm.js';
import { DataTable } from '../../components/DataTable.js';
import { useFormat, useSite } from '../../components/site.js';
import { ApiError } from '../../http.js';
import { columnsOf } from './columns.js';
import { type ApiKey, revokeKey } from './data.js';
import { texts } from './texts.js';

interface KeyTableProps {
  keys: ApiKey[];
  users: readonly { id: string; name: string }[];
  reload: () => void;
}

export function KeyTable({ keys, users, reload }: KeyTableProps) {
  const m = texts.value;
  const { sites } = useSite();
  const format = useFormat();
  const region = useRef<HTMLDivElement>(null);
  const asked = useSignal<string | undefined>(undefined);
  const chosen = keys.find(({ id }) => id === asked.value);
  const close = () => {
    asked.value = undefined;
  };

  async function revoke(key: ApiKey) {
    try {
      await revokeKey(key);
    } catch (cause) {
      // What the key may do by now is shown before it is asked again.
      if (cause instanceof ApiError && cause.failure === 'conflict') reload();
      // Somebody else was faster.
      if (!(cause instanceof ApiError && cause.failure === 'not_found')) throw cause;
    }
    close();
    announce(m.revoked(key.name));
    reload();
    requestAnimationFrame(() => region.current?.focus());
  }

  return (
    <div ref={region} tabIndex={-1}>
      <DataTable
        name="keys"
        label={m.list}
        rows={keys}
        keyOf={({ id }) => id}
        columns={columnsOf({ users, sites, format })}
        empty={m.empty}
        actions={({ id, name }) => (
          <button
            type="button"
            class="button button-small"
            aria-label={m.revokeName(name)}
            onClick={() => {
              asked.value = id;
            }}
          >
            {m.revoke}
          </button>
        )}
      />
      {chosen && (
        <Confirm
          title={m.revokeName(chosen.name)}
          action={m.revokeNow}
          run={() => revoke(chosen)}
          onClose={close}
        >
          <p>{m.confirm(chosen.name)}</p>
        </Confirm>
      )}
    </div>
  );
}
