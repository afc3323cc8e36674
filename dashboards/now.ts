import { signal } from '@preact/signals';

/** The present, to the ten seconds: what "5 minutes ago" is counted from. */
export const now = signal(Date.now());

export function startClock(): void {
  const tick = () => {
    if (!document.hidden) now.value = Date.now();
  };
  setInterval(tick, 10_000);
  document.addEventListener('visibilitychange', tick);
}
