import { type Column, DataTable } from '../../components/DataTable.js';
import { Ago, UserText } from '../../components/Text.js';
import { formatTag, messages } from '../../i18n/locale.js';
import { me } from '../../session.js';
import { texts } from './texts.js';

export interface SessionRecord {
  id: string;
  version: number;
  /** Empty for the admin key. */
  user: string;
  device: string;
  browser: string;
  os: string;
  country: string;
  region: string;
  createdAt: number;
  lastUsedAt?: number;
}

interface SessionTableProps {
  sessions: SessionRecord[];
  users: readonly { id: string; name: string }[];
  onEnd: (session: SessionRecord) => void;
}

function deviceOf({ device, browser, os }: SessionRecord): string {
  const m = texts.value;
  const devices: Partial<Record<string, string>> = m.devices;
  const program = browser && os ? m.on(browser, os) : browser || os;
  return [devices[device] ?? device, program].filter(Boolean).join(' · ');
}

function placeOf({ country, region }: SessionRecord): string {
  if (!/^[A-Z]{2}$/.test(country)) return region;
  const names = new Intl.DisplayNames(formatTag.value, { type: 'region', fallback: 'code' });
  return [region, names.of(country)].filter(Boolean).join(', ');
}

export function SessionTable({ sessions, users, onEnd }: SessionTableProps) {
  const m = texts.value;
  const own = me.value?.user?.id ?? '';
  const nameOf = (id: string) =>
    id === '' ? messages.value.adminKey : (users.find((user) => user.id === id)?.name ?? id);
  const whose: Column<SessionRecord> = {
    name: 'user',
    title: m.user,
    cell: ({ user }) => <UserText>{nameOf(user)}</UserText>,
  };
  return (
    <DataTable
      name="sessions"
      label={m.sessions}
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        {
          name: 'device',
          title: m.device,
          width: 16,
          cell: (session) => (
            <>
              <UserText>{deviceOf(session)}</UserText>
              {session.id === me.value?.sessionId && <span class="tag">{m.thisOne}</span>}
            </>
          ),
        },
        ...(sessions.some(({ user }) => user !== own) ? [whose] : []),
        {
          name: 'country',
          title: m.place,
          cell: (session) => placeOf(session) && <UserText>{placeOf(session)}</UserText>,
        },
        { name: 'createdAt', title: m.created, cell: ({ createdAt }) => <Ago ts={createdAt} /> },
        {
          name: 'lastUsedAt',
          title: m.used,
          cell: ({ lastUsedAt, createdAt }) => <Ago ts={lastUsedAt ?? createdAt} />,
        },
      ]}
      actions={(session) => (
        <button
          type="button"
          class="button button-small"
          aria-label={m.endOf(deviceOf(session))}
          onClick={() => onEnd(session)}
        >
          {m.end}
        </button>
      )}
    />
  );
}
