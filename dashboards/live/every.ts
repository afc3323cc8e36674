import { useEffect, useRef } from 'preact/hooks';

/**
 * Runs again and again while the tab is in sight: for what no stream tells of, such as how full a disk is.
 *
 * @param everyMs undefined for not at all
 */
export function useEvery(everyMs: number | undefined, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => {
      if (!document.hidden) latest.current();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
