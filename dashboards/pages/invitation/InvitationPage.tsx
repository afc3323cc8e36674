import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ErrorNotice, Skeleton } from '../../components/Notice.js';
import { PlainPage } from '../../components/PlainPage.js';
import { ApiError, request } from '../../http.js';
import { leaveInvitation } from '../../invitation.js';
import { AcceptForm, type Invited } from './AcceptForm.js';
import { texts } from './texts.js';

/** What an invitation is for. Looking changes nothing: link previews open links, too. */
export function Page({ token }: { token: string }) {
  const m = texts.value;
  const invited = useSignal<Invited | undefined>(undefined);
  const error = useSignal<ApiError | undefined>(undefined);

  async function read(): Promise<void> {
    error.value = undefined;
    try {
      invited.value = (await request('POST', '/v1/invitation', { body: { token } })) as Invited;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    }
  }
  useEffect(() => void read(), [token]);

  if (invited.value) return <AcceptForm token={token} invited={invited.value} />;
  if (!error.value)
    return (
      <PlainPage title={m.title}>
        <Skeleton lines={3} />
      </PlainPage>
    );
  const isOver = error.value.code.startsWith('invitation_');
  return (
    <PlainPage title={isOver ? m.failedTitle : m.title}>
      <ErrorNotice error={error.value} retry={isOver ? undefined : read} />
      <button type="button" class="button" onClick={leaveInvitation}>
        {m.signIn}
      </button>
    </PlainPage>
  );
}
