import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ApiError, session } from '../http.js';

/** After failures the waits grow up to this, so that many open tabs do not storm a collector that comes back. */
const WAIT_MAX_MS = 15_000;

interface PollOptions {
  run: (signal: AbortSignal) => Promise<void>;
  intervalMs: number;
  onResult: (error: ApiError | undefined) => void;
}

/** Runs at once, then again `intervalMs` after each end while the tab is visible. Returns `now` and `stop`. */
export function startPolling({ run, intervalMs, onResult }: PollOptions) {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let failures = 0;

  async function tick(): Promise<void> {
    clearTimeout(timer);
    // Without a session every answer would be the same.
    if (running || signal.aborted || session.peek() === 'ended') return;
    running = true;
    try {
      await run(signal);
      failures = 0;
      if (!signal.aborted) onResult(undefined);
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      if (!(error instanceof ApiError)) throw error;
      // That the session has ended is said by what asks for another one.
      if (error.failure !== 'signed_out') onResult(error);
    } finally {
      running = false;
      schedule();
    }
  }

  function schedule(): void {
    clearTimeout(timer);
    if (signal.aborted || document.hidden) return;
    timer = setTimeout(tick, Math.min(intervalMs * 2 ** failures, Math.max(intervalMs, WAIT_MAX_MS)));
  }

  const onVisible = () => {
    if (!document.hidden) void tick();
  };
  document.addEventListener('visibilitychange', onVisible, { signal });
  addEventListener('online', onVisible, { signal });
  // Runs at once, too; and when somebody has signed in again.
  const forget = session.subscribe(() => void tick());
  const stop = () => {
    forget();
    controller.abort();
  };
  return { now: () => void tick(), stop };
}

/** Polls while the component is there; starts anew when `key` changes. */
export function usePolling(key: string, intervalMs: number, run: (signal: AbortSignal) => Promise<void>) {
  const error = useSignal<ApiError | undefined>(undefined);
  const latest = useRef(run);
  latest.current = run;
  const poll = useRef<ReturnType<typeof startPolling> | undefined>(undefined);
  useEffect(() => {
    error.value = undefined;
    const onResult = (result: ApiError | undefined) => {
      error.value = result;
    };
    const started = startPolling({ run: (signal) => latest.current(signal), intervalMs, onResult });
    poll.current = started;
    return started.stop;
  }, [key, intervalMs]);
  return { error: error.value, retry: () => poll.current?.now() };
}
