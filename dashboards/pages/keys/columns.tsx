import type { Column } from '../../components/DataTable.js';
import { Ago, UserText } from '../../components/Text.js';
import type { Format } from '../../i18n/format.js';
import { messages } from '../../i18n/locale.js';
import { now } from '../../now.js';
import type { ApiKey } from './data.js';
import { texts } from './texts.js';

interface Known {
  users: readonly { id: string; name: string }[];
  sites: readonly { id: string; name: string }[];
  format: Format;
}

/** What a key may do, where, since whom, for how long, and whether anything uses it. */
export function columnsOf({ users, sites, format }: Known): Column<ApiKey>[] {
  const m = texts.value;
  const listed = (names: readonly string[]) => names.join(' · ');
  const nameIn = (all: Known['sites'], id: string) => all.find((one) => one.id === id)?.name ?? id;

  function makerOf({ madeBy = '' }: ApiKey): string {
    const id = madeBy.slice(madeBy.indexOf(':') + 1);
    if (madeBy === 'owner') return m.adminKey;
    return madeBy.startsWith('key:') ? m.aKey(id) : nameIn(users, id);
  }

  return [
    {
      name: 'name',
      title: m.name,
      width: 13,
      cell: ({ id, name }) => (
        <>
          <UserText>{name}</UserText> <code class="muted small">{`ll_${id}_…`}</code>
        </>
      ),
    },
    {
      name: 'may',
      title: m.roleOrScopes,
      width: 14,
      wraps: true,
      cell: ({ role, scopes = [] }) =>
        role ? messages.value.roles[role] : listed(scopes.map((scope) => m.scopes[scope] ?? scope)),
    },
    {
      name: 'sites',
      title: m.columns.sites,
      width: 8,
      cell: (key) =>
        key.sites ? (
          <UserText>{listed(key.sites.map((id) => nameIn(sites, id)))}</UserText>
        ) : (
          messages.value.everySite
        ),
    },
    {
      name: 'madeBy',
      title: m.columns.madeBy,
      width: 8,
      cell: (key) => makerOf(key) && <UserText>{makerOf(key)}</UserText>,
    },
    {
      name: 'expires',
      title: m.expires,
      width: 8,
      cell: ({ expires }) =>
        expires !== undefined &&
        (expires <= now.value ? <span class="tag">{m.expired}</span> : format.shortDateTime(expires)),
    },
    {
      name: 'lastUsedAt',
      title: m.columns.lastUsed,
      width: 7,
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <Ago ts={lastUsedAt} isShort /> : <span class="muted">{m.neverUsed}</span>,
    },
  ];
}
