import { useSignal } from '@preact/signals';
import type { Access, User } from '../../access.js';
import { AccessList } from '../../components/AccessList.js';
import { Field } from '../../components/Field.js';
import { LanguageField } from '../../components/LanguageField.js';
import { ErrorNotice } from '../../components/Notice.js';
import { UserText } from '../../components/Text.js';
import { useSubmit } from '../../components/useSubmit.js';
import { request } from '../../http.js';
import { type Language, languages, messages, setLanguage } from '../../i18n/locale.js';
import { readSession } from '../../session.js';
import { texts } from './texts.js';

export function ProfileForm({ user, access }: { user: User; access: readonly Access[] }) {
  const m = texts.value;
  const saved = useSignal(false);
  const { onSubmit, busy, error, problemOf } = useSubmit({
    run: async (data) => {
      saved.value = false;
      const [name, chosen] = [String(data.get('name')).trim(), String(data.get('language'))];
      await request('POST', '/v1/profile', { body: { name, ...(chosen && { language: chosen }) } });
      // Whoever says which language they read wants to read it.
      if (chosen !== (user.language ?? '') && Object.hasOwn(languages, chosen))
        await setLanguage(chosen as Language);
      await readSession();
      saved.value = true;
    },
  });
  return (
    <section class="card" aria-labelledby="profile">
      <h2 id="profile">{m.profile}</h2>
      <dl class="facts">
        <div>
          <dt>{m.email}</dt>
          <dd>
            <UserText>{user.email}</UserText>
          </dd>
        </div>
        <div>
          <dt>{m.access}</dt>
          <dd>
            <AccessList access={access} />
          </dd>
        </div>
      </dl>
      <form class="form" onSubmit={onSubmit} noValidate>
        <Field
          label={m.name}
          name="name"
          autocomplete="name"
          required
          defaultValue={user.name}
          problem={problemOf('name')}
        />
        <LanguageField label={m.language} none={m.browser} value={user.language} />
        {error && <ErrorNotice error={error} />}
        <div class="actions">
          <button type="submit" class="button" aria-disabled={busy}>
            {messages.value.save}
          </button>
          <span role="status" class="muted small">
            {saved.value && messages.value.saved}
          </span>
        </div>
      </form>
    </section>
  );
}
