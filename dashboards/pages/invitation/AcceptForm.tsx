import type { Access } from '../../access.js';
import { AccessOf } from '../../components/AccessList.js';
import { Field } from '../../components/Field.js';
import { ErrorNotice } from '../../components/Notice.js';
import { PasswordField } from '../../components/PasswordField.js';
import { PlainPage } from '../../components/PlainPage.js';
import { UserText } from '../../components/Text.js';
import { useSubmit } from '../../components/useSubmit.js';
import { request } from '../../http.js';
import { makeFormat } from '../../i18n/format.js';
import { formatTag, language, messages } from '../../i18n/locale.js';
import { leaveInvitation } from '../../invitation.js';
import { me } from '../../session.js';
import { texts } from './texts.js';

/** What `POST /v1/invitation` tells. */
export interface Invited {
  email: string;
  name?: string;
  language?: string;
  hasAccount: boolean;
  isReset: boolean;
  /** Names of the sites; none for all. */
  sites: string[];
  access?: (Access & { name: string })[];
  expires: number;
}

export function AcceptForm({ token, invited }: { token: string; invited: Invited }) {
  const m = texts.value;
  const { email, hasAccount, isReset, expires } = invited;
  const isNew = !hasAccount && !isReset;
  const { onSubmit, busy, error, problemOf } = useSubmit({
    run: async (data) => {
      const name = String(data.get('name') ?? '').trim();
      const own = isNew ? { name, language: language.peek() } : {};
      const body = { token, password: String(data.get('password')), ...own };
      await request('POST', '/v1/invitation/accept', { body });
      leaveInvitation();
    },
    at: { credentials_wrong: 'password' },
  });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const format = makeFormat(formatTag.value, timeZone);
  const other = me.value?.user?.name ?? (me.value && messages.value.adminKey);
  return (
    <PlainPage title={isReset ? m.resetTitle : m.title}>
      <About invited={invited} />
      {other && <p class="notice notice-quiet">{m.other(<UserText>{other}</UserText>)}</p>}
      <form class="form" onSubmit={onSubmit} noValidate>
        {/* Read only, not hidden: password managers file the password under it. */}
        <Field label={m.email} name="email" type="email" autocomplete="username" readOnly value={email} />
        {isNew && (
          <Field
            label={m.name}
            name="name"
            autocomplete="name"
            required
            defaultValue={invited.name ?? ''}
            problem={problemOf('name')}
          />
        )}
        <PasswordField
          label={isReset ? m.newPassword : hasAccount ? m.password : messages.value.password.label}
          hint={isReset || isNew ? messages.value.password.hint : undefined}
          autocomplete={isReset || isNew ? 'new-password' : 'current-password'}
          problem={problemOf('password')}
        />
        {error && <ErrorNotice error={error} />}
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {isReset ? m.setPassword : m.accept}
        </button>
        <p class="muted small">{m.until(format.dateTime(expires))}</p>
      </form>
    </PlainPage>
  );
}

function About({ invited: { email, isReset, hasAccount, sites, access = [] } }: { invited: Invited }) {
  const m = texts.value;
  const own = <UserText>{email}</UserText>;
  if (isReset) return <p>{m.reset(own)}</p>;
  const names = new Intl.ListFormat(formatTag.value).format(sites);
  return (
    <>
      <p>{sites.length > 0 ? m.forSites(<UserText>{names}</UserText>) : m.forNone}</p>
      {access.length > 0 && (
        <div>
          <p>{m.access}</p>
          <AccessOf access={access} nameOf={(id) => access.find(({ site }) => site === id)?.name ?? id} />
        </div>
      )}
      {hasAccount && <p>{m.hasAccount(own)}</p>}
    </>
  );
}
