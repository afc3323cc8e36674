import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ApiError } from '../http.js';
import { messages } from '../i18n/locale.js';
import { Icon } from './Icon.js';
import { errorText } from './Notice.js';
import { useShortcut } from './shortcuts.js';
import { closeToast, type Toast, toast, toasts } from './toast.js';

/** Long enough to read it, and to reach the button; the time does not run while either is under way (WCAG 2.2.1). */
const READ_MS = 6_000;
const UNDO_MS = 10_000;

/** There from the first render on: screen readers only watch regions that they have met. */
export function Toasts() {
  const m = messages.value;
  const region = useRef<HTMLElement>(null);
  const isHeld = useSignal(false);
  const canUndo = toasts.value.some(({ undo }) => undo);
  const latest = () => region.current?.querySelector<HTMLElement>('li:last-child button');
  useShortcut(
    canUndo ? 'u' : '',
    () => m.toUndo,
    () => latest()?.focus(),
  );
  const hold = (held: boolean) => () => {
    isHeld.value = held;
  };
  return (
    <section
      ref={region}
      class="toasts"
      aria-label={m.notifications}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocusIn={hold(true)}
      onFocusOut={hold(false)}
    >
      <div role="status">
        <ol>
          {toasts.value.map((one) => (
            <ToastItem key={one.id} item={one} isHeld={isHeld.value} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function ToastItem({ item, isHeld }: { item: Toast; isHeld: boolean }) {
  const m = messages.value;
  const { id, text, undo, isError } = item;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => closeToast(id), undo ? UNDO_MS : READ_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld]);

  async function onUndo() {
    closeToast(id);
    try {
      await undo?.();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      toast(errorText(cause), { isError: true });
    }
  }

  return (
    <li
      class={isError ? 'toast toast-error' : 'toast'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        closeToast(id);
      }}
    >
      <Icon name={isError ? 'alert' : 'check'} />
      <span>{text}</span>
      {undo && (
        <button type="button" class="button button-small" onClick={onUndo}>
          {m.undo}
        </button>
      )}
      <button
        type="button"
        class="button button-plain button-icon"
        aria-label={m.close}
        title={m.close}
        onClick={() => closeToast(id)}
      >
        <Icon name="remove" />
      </button>
    </li>
  );
}
