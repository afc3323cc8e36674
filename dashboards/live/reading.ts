import { ApiError, session } from '../http.js';
import { type LiveStream, type Subject, stream as streamOfTab } from './stream.js';

/** Tabs that are told at once ask at different moments. */
const SPREAD_MS = 300;
/** The same is read so often at most, however much happens. */
const EVERY_MS = 1_500;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 15_000;

interface ReadingOptions {
  /** What is read anew when it has changed. */
  of: readonly Subject[];
  run: (signal: AbortSignal) => Promise<void>;
  onResult: (error: ApiError | undefined) => void;
  stream?: Pick<LiveStream, 'subscribe'>;
}

/** Reads at once, then when something has changed, and again after failures while the tab is in sight. Returns `now` and `stop`. */
export function startReading({ of, run, onResult, stream = streamOfTab }: ReadingOptions) {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isStale = false;
  /** Somebody asked for it while it was read. */
  let isAwaited = false;
  let failures = 0;
  /** What was asked is wrong: asked again, it would be as wrong. */
  let isRefused = false;
  let startedAt = Number.NEGATIVE_INFINITY;

  async function read(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // Without a session every answer would be the same.
    if (signal.aborted || session.peek() === 'ended') return;
    if (isReading) {
      isAwaited = true;
      return;
    }
    isReading = true;
    isStale = false;
    isAwaited = false;
    isRefused = false;
    startedAt = performance.now();
    try {
      await run(signal);
      failures = 0;
      if (!signal.aborted) onResult(undefined);
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      if (!(error instanceof ApiError)) throw error;
      isRefused = error.failure === 'invalid';
      // That the session has ended is said by what asks for another one.
      if (error.failure !== 'signed_out') onResult(error);
    } finally {
      isReading = false;
      if (isRefused) failures = 0;
      else if (failures > 0) later(retryMs(failures));
      else if (isAwaited) void read();
      else if (isStale) told();
    }
  }

  function later(waitMs: number): void {
    clearTimeout(timer);
    // Whoever is shown again is told.
    if (!signal.aborted && !document.hidden) timer = setTimeout(read, waitMs);
  }

  function told(): void {
    if (isReading) isStale = true;
    else if (timer === undefined || failures > 0)
      later(Math.max(Math.random() * SPREAD_MS, startedAt + EVERY_MS - performance.now()));
  }

  const onVisible = () => {
    if (!document.hidden) return;
    clearTimeout(timer);
    timer = undefined;
  };
  document.addEventListener('visibilitychange', onVisible, { signal });
  const unsubscribe = stream.subscribe({ of, told });
  // Runs at once, too; and when somebody has signed in again.
  const forget = session.subscribe(() => void read());
  const stop = () => {
    unsubscribe();
    forget();
    clearTimeout(timer);
    controller.abort();
  };
  return { now: () => void read(), stop };
}

const retryMs = (failures: number) =>
  Math.min(RETRY_MIN_MS * 2 ** (failures - 1), RETRY_MAX_MS) * (0.5 + Math.random() / 2);
