import './Popover.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PopoverProps {
  /** What stands on the button. */
  button: ComponentChildren;
  /** Names the panel, and the button where that shows none. */
  label: string;
  class?: string;
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens a panel below it. Escape, a click elsewhere and leaving it with the keyboard close it. */
export function Popover({ button, label, class: name = 'button', children }: PopoverProps) {
  const open = useSignal(false);
  /** The side of the button at which the panel begins: there is more room on the other. */
  const side = useSignal<'start' | 'end'>('start');
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = (refocus = true) => {
    if (refocus) opener.current?.focus();
    open.value = false;
  };
  useEffect(() => {
    if (!open.value) return;
    panel.current?.focus({ preventScroll: true });
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) close(false);
    };
    addEventListener('pointerdown', onPointerDown);
    return () => removeEventListener('pointerdown', onPointerDown);
  }, [open.value]);
  return (
    <div
      ref={root}
      role="none"
      class="popover"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open.peek()) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      onFocusOut={({ relatedTarget }) => {
        // To nowhere: a click on what takes no focus, which may be inside.
        if (relatedTarget instanceof Node && !root.current?.contains(relatedTarget)) close(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        class={name}
        aria-expanded={open.value}
        onClick={({ currentTarget }) => {
          const { left, right } = currentTarget.getBoundingClientRect();
          side.value = (left + right) / 2 > innerWidth / 2 ? 'end' : 'start';
          open.value = !open.peek();
        }}
      >
        {button}
      </button>
      {open.value && (
        <div
          ref={panel}
          tabIndex={-1}
          role="dialog"
          aria-label={label}
          class={`popover-panel popover-${side.value}`}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
