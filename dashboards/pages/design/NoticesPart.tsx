import { useSignal } from '@preact/signals';
import { Confirm } from '../../components/Confirm.js';
import { Dialog } from '../../components/Dialog.js';
import { EmptyState, ErrorNotice, Skeleton, StaleNotice } from '../../components/Notice.js';
import { Snippet } from '../../components/Snippet.js';
import { toast } from '../../components/toast.js';
import { ApiError } from '../../http.js';
import { texts } from './texts.js';

const offline = new ApiError('offline', 'network', '');

export function NoticesPart() {
  const m = texts.value.notices;
  const { states } = texts.value;
  const open = useSignal<'dialog' | 'confirm' | undefined>(undefined);
  const close = () => {
    open.value = undefined;
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="button button-main">
          {m.main}
        </button>
        <button type="button" class="button">
          {m.usual}
        </button>
        <button type="button" class="button button-plain">
          {m.plain}
        </button>
        <button type="button" class="button button-small">
          {m.small}
        </button>
      </div>
      <div class="actions">
        <button type="button" class="button" onClick={() => toast(m.toastText)}>
          {m.toast}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => toast(m.removed, { undo: () => toast(texts.peek().undone) })}
        >
          {m.toastUndo}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            open.value = 'dialog';
          }}
        >
          {m.dialog}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            open.value = 'confirm';
          }}
        >
          {m.confirm}
        </button>
      </div>
      <StaleNotice error={offline} />
      <ErrorNotice error={offline} retry={() => {}} />
      <EmptyState>{states.empty}</EmptyState>
      <Skeleton lines={3} />
      <Snippet code="npm start" />
      {open.value === 'dialog' && (
        <Dialog title={m.dialog} onClose={close}>
          <p>{m.dialogText}</p>
        </Dialog>
      )}
      {open.value === 'confirm' && (
        <Confirm title={m.confirm} action={m.go} run={async () => close()} onClose={close}>
          <p>{m.confirmText}</p>
        </Confirm>
      )}
    </>
  );
}
