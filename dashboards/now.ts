import { signal } from '@preact/signals';

/** The present, to the minute: what "5 minutes ago" is counted from. */
export const now = signal(Date.now());

const MINUTE_MS = 60_000;

/** Ticks with the clock's minutes, and rests while the tab is hidden. */
export function startClock(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    clearTimeout(timer);
    if (document.hidden) return;
    now.value = Date.now();
    timer = setTimeout(tick, MINUTE_MS - (now.value % MINUTE_MS));
  };
  document.addEventListener('visibilitychange', tick);
  tick();
}
