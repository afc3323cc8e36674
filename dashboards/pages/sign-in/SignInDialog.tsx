import { Dialog } from '../../components/Dialog.js';
import { SignInForm } from './SignInForm.js';
import { texts } from './texts.js';

/** Over the page when its session has ended: the page stays as it is, with what was typed. */
export function Page() {
  const m = texts.value;
  return (
    <Dialog title={m.again}>
      <p>{m.ended}</p>
      <SignInForm />
    </Dialog>
  );
}
