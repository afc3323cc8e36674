import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { ApiError } from '../http.js';
import { messages } from '../i18n/locale.js';
import { Dialog } from './Dialog.js';
import { ErrorNotice } from './Notice.js';
import { useFailure } from './useFailure.js';

interface ConfirmProps {
  title: string;
  /** What happens then. */
  children: ComponentChildren;
  /** What the button that does it says. */
  action: string;
  /** It can be undone: nothing warns of it. */
  canUndo?: boolean;
  /** @throws ApiError, which is shown */
  run: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something that matters, mostly since it cannot be undone. The way back comes first, and has the focus. */
export function Confirm({ title, children, action, canUndo = false, run, onClose }: ConfirmProps) {
  const error = useFailure();
  const busy = useSignal(false);

  async function onConfirm() {
    if (busy.peek()) return;
    busy.value = true;
    error.value = undefined;
    try {
      await run();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <div class="dialog-text">{children}</div>
      {error.value && <ErrorNotice error={error.value} />}
      <div class="actions">
        <button type="button" class="button" autofocus onClick={onClose}>
          {messages.value.cancel}
        </button>
        <button
          type="button"
          class={canUndo ? 'button button-main' : 'button button-bad'}
          aria-disabled={busy.value}
          onClick={onConfirm}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
