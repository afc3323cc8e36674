import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.js';
import { Icon } from './Icon.js';

interface DialogProps {
  title: string;
  /** Left out where there is no way back: the dialog then stays. */
  onClose?: () => void;
  children: ComponentChildren;
}

/** A modal dialog over the page, which goes when it is no longer rendered. The focus returns to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // After the render: only then is it known whether what had the focus is still there.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={onClose ? 'dialog' : 'dialog dialog-firm'}
      aria-labelledby={id}
      onKeyDown={(event) => {
        // `cancel` can be prevented once only: at the next Escape it is not asked (HTML, close watchers).
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose?.();
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose?.();
      }}
    >
      <div class="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {onClose && (
          <button
            type="button"
            class="button button-plain button-icon"
            aria-label={messages.value.close}
            title={messages.value.close}
            onClick={onClose}
          >
            <Icon name="remove" />
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}
