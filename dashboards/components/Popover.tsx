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
  /** It stands in a part that scrolls by itself, which would cut the panel: the panel floats over all of the page. */
  floats?: boolean;
  children: (close: () => void) => ComponentChildren;
}

type Place = Partial<Record<'top' | 'bottom' | 'left' | 'right', string>>;

/** There the panel is a sheet (`Popover.css`). */
const isPhone = () => matchMedia('(max-width: 47.99rem)').matches;

const GAP_PX = 4;

/** Beside a button, on those sides of it where there is more room. */
function placeAt(button: Element): Place {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  return {
    ...((left + right) / 2 > innerWidth / 2 ? { right: `${innerWidth - right}px` } : { left: `${left}px` }),
    ...((top + bottom) / 2 > innerHeight / 2
      ? { bottom: `${innerHeight - top + GAP_PX}px` }
      : { top: `${bottom + GAP_PX}px` }),
  };
}

/** A button that opens a panel below it. Escape, a click elsewhere and leaving it with the keyboard close it. */
export function Popover({ button, label, class: name = 'button', floats = false, children }: PopoverProps) {
  const open = useSignal(false);
  /** The side of the button at which the panel begins: there is more room on the other. */
  const side = useSignal<'start' | 'end'>('start');
  const place = useSignal<Place | undefined>(undefined);
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
    // Where it floats it does not go along with its button.
    const onScroll = ({ target }: Event) => {
      if (place.peek() && target instanceof Node && !panel.current?.contains(target)) close(false);
    };
    addEventListener('pointerdown', onPointerDown);
    addEventListener('scroll', onScroll, true);
    return () => {
      removeEventListener('pointerdown', onPointerDown);
      removeEventListener('scroll', onScroll, true);
    };
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
          place.value = floats && !isPhone() ? placeAt(currentTarget) : undefined;
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
          class={`popover-panel ${place.value ? 'popover-floats' : `popover-${side.value}`}`}
          style={place.value}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
