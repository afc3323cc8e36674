import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Below it lists are cards: a table of six columns needs some 45 rem. Also in `styles/leads.css`. */
const NARROW = '(max-width: 47.99rem)';

/** From it on a table has room for columns beyond those that say most. */
const WIDE = '(min-width: 85rem)';

/** Whether the window has the width of a phone, now and after it was turned. */
export const useNarrow = () => useMedia(NARROW);

export const useWide = () => useMedia(WIDE);

function useMedia(text: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(text).matches);
  useEffect(() => {
    const query = matchMedia(text);
    const onChange = () => setFits(query.matches);
    onChange();
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, [text]);
  return fits;
}

/** Moving an element in the document takes the focus from it; this gives it back after a list was put in order. */
export function useKeptFocus(): void {
  const focused = document.activeElement;
  useLayoutEffect(() => {
    const lost = focused !== document.activeElement && document.activeElement === document.body;
    if (lost && focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  });
}
