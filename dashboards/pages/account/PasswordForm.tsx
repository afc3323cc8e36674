import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { ErrorNotice } from '../../components/Notice.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useSubmit } from '../../components/useSubmit.js';
import { request } from '../../http.js';
import { messages } from '../../i18n/locale.js';
import { texts } from './texts.js';

export function PasswordForm({ email }: { email: string }) {
  const m = texts.value;
  const form = useRef<HTMLFormElement>(null);
  const changed = useSignal(false);
  const { onSubmit, busy, error, problemOf } = useSubmit({
    run: async (data) => {
      changed.value = false;
      const [password, currentPassword] = [String(data.get('password')), String(data.get('currentPassword'))];
      await request('POST', '/v1/profile', { body: { password, currentPassword } });
      form.current?.reset();
      changed.value = true;
    },
    at: { credentials_wrong: 'currentPassword' },
    say: { credentials_wrong: m.currentWrong },
  });
  return (
    <section class="card" aria-labelledby="password">
      <h2 id="password">{m.password}</h2>
      <form ref={form} class="form" onSubmit={onSubmit} noValidate>
        {/* Password managers file it under the account. */}
        <input type="text" name="username" autocomplete="username" value={email} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={m.current}
          autocomplete="current-password"
          problem={problemOf('currentPassword')}
        />
        <PasswordField
          label={m.fresh}
          hint={messages.value.password.hint}
          autocomplete="new-password"
          problem={problemOf('password')}
        />
        {error && <ErrorNotice error={error} />}
        <div class="actions">
          <button type="submit" class="button" aria-disabled={busy}>
            {m.changePassword}
          </button>
          <span role="status" class="muted small">
            {changed.value && m.passwordChanged}
          </span>
        </div>
      </form>
    </section>
  );
}
