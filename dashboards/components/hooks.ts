import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Below it lists are cards: a table of six columns needs some 45 rem. Also in `styles/leads.css`. */
const NARROW = '(max-width: 47.99rem)';

/** Whether the window has the width of a phone, now and after it was turned. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const onChange = () => setNarrow(query.matches);
    onChange();
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return narrow;
}

/** Moving an element in the document takes the focus from it; this gives it back after a list was put in order. */
export function useKeptFocus(): void {
  const focused = document.activeElement;
  useLayoutEffect(() => {
    const lost = focused !== document.activeElement && document.activeElement === document.body;
    if (lost && focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  });
}
