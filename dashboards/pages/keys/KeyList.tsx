import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { announce } from '../../components/announce.js';
import { Confirm } from '../../components/Confirm.js';
import { EmptyState } from '../../components/Notice.js';
import { useFormat, useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { ApiError } from '../../http.js';
import { messages } from '../../i18n/locale.js';
import { now } from '../../now.js';
import { type ApiKey, revokeKey } from './data.js';
import { texts } from './texts.js';

interface KeyListProps {
  keys: ApiKey[];
  users: readonly { id: string; name: string }[];
  reload: () => void;
}

export function KeyList({ keys, users, reload }: KeyListProps) {
  const m = texts.value;
  const list = useRef<HTMLUListElement>(null);
  const asked = useSignal<string | undefined>(undefined);
  const chosen = keys.find(({ id }) => id === asked.value);
  const close = () => {
    asked.value = undefined;
  };
  if (keys.length === 0) return <EmptyState>{m.empty}</EmptyState>;

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
    requestAnimationFrame(() => list.current?.focus());
  }

  return (
    <>
      <ul ref={list} tabIndex={-1} class="keys" aria-label={m.list}>
        {keys.map((key) => (
          <KeyItem
            key={key.id}
            item={key}
            users={users}
            onRevoke={() => {
              asked.value = key.id;
            }}
          />
        ))}
      </ul>
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
    </>
  );
}

interface ItemProps extends Pick<KeyListProps, 'users'> {
  item: ApiKey;
  onRevoke: () => void;
}

function KeyItem({ item, users, onRevoke }: ItemProps) {
  const m = texts.value;
  const { sites } = useSite();
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  const isExpired = item.expires !== undefined && item.expires <= now.value;
  return (
    <li class="key">
      <div>
        <p>
          <strong>
            <UserText>{item.name}</UserText>
          </strong>{' '}
          <code class="muted small">{`ll_${item.id}_…`}</code>
          {isExpired && <span class="tag">{m.expired}</span>}
        </p>
        <p class="muted small">
          {item.role
            ? messages.value.roles[item.role]
            : item.scopes?.map((scope) => m.scopes[scope] ?? scope).join(' · ')}
        </p>
        {item.sites && (
          <p class="muted small">
            {m.onlySites} <UserText>{item.sites.map(nameOf).join(', ')}</UserText>
          </p>
        )}
        <Uses item={item} users={users} isExpired={isExpired} />
      </div>
      <button type="button" class="button" aria-label={m.revokeName(item.name)} onClick={onRevoke}>
        {m.revoke}
      </button>
    </li>
  );
}

/** Who made a key, how long it works, and whether anything uses it. */
function Uses({ item, users, isExpired }: Pick<ItemProps, 'item' | 'users'> & { isExpired: boolean }) {
  const m = texts.value;
  const format = useFormat();
  const { madeBy = '', expires, lastUsedAt } = item;
  const id = madeBy.slice(madeBy.indexOf(':') + 1);
  const maker =
    madeBy === 'owner'
      ? m.adminKey
      : madeBy.startsWith('key:')
        ? m.aKey(id)
        : (users.find((user) => user.id === id)?.name ?? id);
  return (
    <p class="muted small">
      {maker && <>{m.madeBy(<UserText>{maker}</UserText>)} </>}
      {expires !== undefined && !isExpired && <>{m.until(format.shortDateTime(expires))} </>}
      {lastUsedAt ? m.lastUsed(<Ago ts={lastUsedAt} />) : m.neverUsed}
    </p>
  );
}
