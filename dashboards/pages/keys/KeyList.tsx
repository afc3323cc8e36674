import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type ApiKey, revokeKey } from '../../api.js';
import { announce } from '../../components/announce.js';
import { EmptyState, ErrorNotice } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { ApiError } from '../../http.js';
import { messages } from '../../i18n/locale.js';

export function KeyList({ keys, reload }: { keys: ApiKey[]; reload: () => void }) {
  const m = messages.value.keys;
  const list = useRef<HTMLUListElement>(null);
  if (keys.length === 0) return <EmptyState>{m.empty}</EmptyState>;
  return (
    <ul ref={list} tabIndex={-1} class="keys" aria-label={m.list}>
      {keys.map((key) => (
        <KeyItem
          key={key.id}
          item={key}
          reload={reload}
          onRevoked={() => {
            announce(m.revoked(key.name));
            list.current?.focus();
            reload();
          }}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  item: ApiKey;
  reload: () => void;
  onRevoked: () => void;
}

function KeyItem({ item, reload, onRevoked }: ItemProps) {
  const m = messages.value.keys;
  const { sites } = useSite();
  const asking = useSignal(false);
  const revoke = useRef<HTMLButtonElement>(null);
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;

  return (
    <li class="key">
      <div>
        <p>
          <strong>
            <UserText>{item.name}</UserText>
          </strong>{' '}
          <code class="muted small">{`ll_${item.id}_…`}</code>
        </p>
        <p class="muted small">{item.scopes.map((scope) => m.scopes[scope]).join(' · ')}</p>
        {item.sites && (
          <p class="muted small">
            {m.onlySites} <UserText>{item.sites.map(nameOf).join(', ')}</UserText>
          </p>
        )}
      </div>
      {asking.value ? (
        <Confirm
          item={item}
          reload={reload}
          onRevoked={onRevoked}
          onCancel={() => {
            asking.value = false;
            // The button comes back with the render that follows.
            requestAnimationFrame(() => revoke.current?.focus());
          }}
        />
      ) : (
        <button
          ref={revoke}
          type="button"
          class="button"
          aria-label={m.revokeName(item.name)}
          onClick={() => {
            asking.value = true;
          }}
        >
          {m.revoke}
        </button>
      )}
    </li>
  );
}

interface ConfirmProps extends ItemProps {
  onCancel: () => void;
}

function Confirm({ item, reload, onRevoked, onCancel }: ConfirmProps) {
  const m = messages.value.keys;
  const error = useSignal<ApiError | undefined>(undefined);
  const busy = useSignal(false);
  const cancel = useRef<HTMLButtonElement>(null);
  // The way back takes the focus: a second press of the same key shall not revoke.
  useEffect(() => cancel.current?.focus(), []);

  async function onRevoke() {
    if (busy.peek()) return;
    busy.value = true;
    error.value = undefined;
    try {
      await revokeKey(item);
      onRevoked();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      // Somebody else was faster.
      if (cause.failure === 'not_found') onRevoked();
      else error.value = cause;
      // What the key may do by now is shown before it is asked again.
      if (cause.failure === 'conflict') reload();
    } finally {
      busy.value = false;
    }
  }

  return (
    <fieldset class="confirm" onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <legend>{m.confirm(item.name)}</legend>
      <button type="button" class="button button-bad" aria-disabled={busy.value} onClick={onRevoke}>
        {m.revokeNow}
      </button>
      <button ref={cancel} type="button" class="button" onClick={onCancel}>
        {m.cancel}
      </button>
      {error.value && <ErrorNotice error={error.value} />}
    </fieldset>
  );
}
