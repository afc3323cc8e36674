import { PlainPage } from '../../components/PlainPage.js';
import { SignInForm } from './SignInForm.js';
import { texts } from './texts.js';

/** Shown in place of any page while there is no session; the address stays, so that signing in goes on there. */
export function Page() {
  const m = texts.value;
  return (
    <PlainPage title={m.title}>
      <p class="muted">{m.intro}</p>
      <SignInForm />
    </PlainPage>
  );
}
