import { useSignal } from '@preact/signals';
import { Field } from '../../components/Field.js';
import { ErrorNotice } from '../../components/Notice.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useSubmit } from '../../components/useSubmit.js';
import { me, sessionError, signIn } from '../../session.js';
import { texts } from './texts.js';

/** By e-mail and password; the admin key is the second way, and the first of whoever came with it. */
export function SignInForm() {
  const m = texts.value;
  const byKey = useSignal(me.peek()?.user === null || sessionError.peek()?.code === 'key_invalid');
  return (
    <>
      {byKey.value ? <KeyForm /> : <PasswordForm />}
      <button
        type="button"
        class="button button-plain"
        onClick={() => {
          byKey.value = !byKey.value;
        }}
      >
        {byKey.value ? m.withPassword : m.withKey}
      </button>
    </>
  );
}

function PasswordForm() {
  const m = texts.value;
  const { onSubmit, busy, error, problemOf } = useSubmit({
    run: (data) =>
      signIn({ email: String(data.get('email')).trim(), password: String(data.get('password')) }),
    at: { credentials_wrong: 'password' },
  });
  const email = me.peek()?.user?.email ?? '';
  return (
    <form class="form" onSubmit={onSubmit} noValidate>
      <Field
        label={m.email}
        name="email"
        type="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        autofocus={!email}
        defaultValue={email}
        problem={problemOf('email')}
      />
      <PasswordField
        autocomplete="current-password"
        autofocus={email !== ''}
        problem={problemOf('password')}
      />
      {error && <ErrorNotice error={error} />}
      <button type="submit" class="button button-main" aria-disabled={busy}>
        {m.submit}
      </button>
      <p class="muted small">{m.forgotten}</p>
    </form>
  );
}

/** Also the first step of the first run. */
export function KeyForm() {
  const m = texts.value;
  const { onSubmit, busy, error, problemOf } = useSubmit({
    run: (data) => signIn({ key: String(data.get('key')).trim() }),
    at: { key_invalid: 'key' },
  });
  const shown = error ?? sessionError.value;
  return (
    <form class="form" onSubmit={onSubmit} noValidate>
      {/* Password managers file the key under a name. */}
      <input type="text" name="username" autocomplete="username" value="owner" readOnly hidden />
      <PasswordField
        name="key"
        label={m.key}
        hint={m.keyHint}
        autocomplete="current-password"
        autofocus
        problem={problemOf('key')}
      />
      {shown && <ErrorNotice error={shown} />}
      <button type="submit" class="button button-main" aria-disabled={busy}>
        {m.submit}
      </button>
    </form>
  );
}
