import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Whether what is inside of an element is no wider than it. A table that fits keeps its header in sight of the page; one
 * that does not is scrolled on its own, and a header sticks to one of the two alone (CSS, `position: sticky`).
 */
export function useFits(frame: RefObject<HTMLElement | null>): boolean {
  const [fits, setFits] = useState(true);
  useEffect(() => {
    const { current } = frame;
    const content = current?.firstElementChild;
    if (!current || !content) return;
    // One pixel of rounding is no reason to scroll.
    const look = () => setFits(content.scrollWidth <= current.clientWidth + 1);
    const observer = new ResizeObserver(look);
    observer.observe(current);
    observer.observe(content);
    return () => observer.disconnect();
  }, []);
  return fits;
}
