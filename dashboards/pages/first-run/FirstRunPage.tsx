import { PlainPage } from '../../components/PlainPage.js';
import { session } from '../../http.js';
import { KeyForm } from '../sign-in/SignInForm.js';
import { AccountForm } from './AccountForm.js';
import { texts } from './texts.js';

/** While nobody has an account: first the admin key, unless the printed link brought it, then the account. */
export function Page() {
  const m = texts.value;
  const isKnown = session.value !== 'out';
  return (
    <PlainPage title={m.title}>
      <p class="muted">{isKnown ? m.intro : m.keyIntro}</p>
      {isKnown ? <AccountForm /> : <KeyForm />}
    </PlainPage>
  );
}
