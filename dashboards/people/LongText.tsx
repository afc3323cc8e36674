import { useSignal } from '@preact/signals';
import { UserText } from '../components/Text.js';
import { texts } from './texts.js';

/** Longer than any name, company or address that is meant to be read at a look. */
const SHOWN = 160;

/** A text of somebody's, of whatever length: what is too long for its place is opened by a button. */
export function LongText({ children: text }: { children: string }) {
  const isOpen = useSignal(false);
  if (text.length <= SHOWN) return <UserText>{text}</UserText>;
  return (
    <>
      <UserText>{isOpen.value ? text : `${text.slice(0, SHOWN)}…`}</UserText>{' '}
      <button
        type="button"
        class="button-link"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.peek();
        }}
      >
        {isOpen.value ? texts.value.showLess : texts.value.showAll}
      </button>
    </>
  );
}
