import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useTitle } from '../components/Heading.js';
import { Icon, Logo } from '../components/Icon.js';
import { LanguageMenu } from '../components/LanguageMenu.js';
import { errorText } from '../components/Notice.js';
import { session } from '../http.js';
import { messages } from '../i18n/locale.js';
import { sessionError, signIn } from '../session.js';

/** Shown in place of any page while there is no session; the address stays, so that signing in goes on there. */
export function SignInPage() {
  const m = messages.value.signIn;
  const busy = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  useTitle(m.title);
  useEffect(() => input.current?.focus(), []);

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const key = input.current?.value.trim();
    if (busy.peek()) return;
    busy.value = true;
    if (key) await signIn(key);
    busy.value = false;
    input.current?.select();
    input.current?.focus();
  }

  const error = sessionError.value;
  const problem = error && (error.failure === 'signed_out' ? m.wrong : errorText(error));
  return (
    <main class="sign-in">
      <div class="card">
        <p class="brand">
          <Logo />
          Leadline
        </p>
        <h1>{m.title}</h1>
        <p class="muted">{session.value === 'ended' ? m.ended : m.intro}</p>
        <form onSubmit={onSubmit}>
          {/* Password managers file the key under a name. */}
          <input type="text" name="username" autocomplete="username" value="owner" readOnly hidden />
          <label class="field">
            <span>{m.key}</span>
            <input
              ref={input}
              type="password"
              name="key"
              autocomplete="current-password"
              required
              aria-describedby="key-hint key-problem"
              aria-invalid={error?.failure === 'signed_out'}
            />
          </label>
          <p id="key-problem" class="problem" role="alert">
            {problem && (
              <>
                <Icon name="alert" />
                {problem}
              </>
            )}
          </p>
          <button type="submit" class="button button-main" aria-disabled={busy.value}>
            {m.submit}
          </button>
          <p id="key-hint" class="muted small">
            {m.hint}
          </p>
        </form>
      </div>
      <LanguageMenu />
    </main>
  );
}
