import type { QueryName } from '../../schemas/api.js';
import type { EntityKind } from '../../schemas/entities.js';
import { session } from '../http.js';

/** What a page shows: answers of named queries, and kinds of records. */
export type Subject = QueryName | EntityKind;

interface Subscription {
  /** Without any it is told when the tab is shown again. */
  of: readonly Subject[];
  told: () => void;
}

/** Of a stream that was cut: many tabs come back at different moments. */
const SPREAD_MS = 300;
const WAIT_MIN_MS = 1_000;
/** One that lives so long is cut for a reason of its own, such as a collector that is started anew. */
const LIFE_MS = 5_000;
/** After failures the waits grow up to this, so that many open tabs do not storm a collector that comes back. */
const WAIT_MAX_MS = 15_000;

/**
 * The one stream of a tab, which says what has changed (`docs/live.md`). It is there while somebody is signed in, something
 * is subscribed and the tab is in sight. Whenever it is opened, and whenever it could not be, all are told: what happened
 * without it nobody has heard of.
 */
export function createStream() {
  const subscriptions = new Set<Subscription>();
  let site: string | undefined;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isGone = false;
  let stopListening: (() => void) | undefined;

  const tell = (isMeant: (of: readonly Subject[]) => boolean) => {
    for (const { of, told } of [...subscriptions]) if (isMeant(of)) told();
  };
  const isWanted = () =>
    site !== undefined &&
    session.peek() === 'in' &&
    !document.hidden &&
    !isGone &&
    [...subscriptions].some(({ of }) => of.length > 0);

  function close(): void {
    clearTimeout(timer);
    timer = undefined;
    source?.close();
    source = undefined;
  }

  function update(): void {
    if (!isWanted()) close();
    else if (!source && timer === undefined) open();
  }

  function open(): void {
    const opened = new EventSource(`/v1/stream?site=${encodeURIComponent(site ?? '')}`);
    let isOpen = false;
    let openedAt = 0;
    source = opened;
    opened.addEventListener('open', () => {
      isOpen = true;
      openedAt = performance.now();
      tell((of) => of.length > 0);
    });
    opened.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const changed = new Set(subjectsIn(data));
      tell((of) => of.some((subject) => changed.has(subject)));
    });
    opened.addEventListener('error', () => {
      // Ours are the waits: the browser's own are the same in all tabs, and it gives up after some answers.
      if (source !== opened) return;
      close();
      // What cuts each stream soon, such as a proxy, is not asked again and again.
      const hasLived = isOpen && performance.now() - openedAt > LIFE_MS;
      failures = hasLived ? 0 : failures + 1;
      timer = setTimeout(() => {
        timer = undefined;
        update();
      }, waitMs(failures));
      // A session that has ended, a collector that is away: whoever reads finds out.
      if (!isOpen) tell(() => true);
    });
  }

  function listen(): () => void {
    const controller = new AbortController();
    const { signal } = controller;
    const again = () => {
      clearTimeout(timer);
      timer = undefined;
      update();
    };
    document.addEventListener(
      'visibilitychange',
      () => {
        failures = 0;
        again();
        if (!document.hidden) tell((of) => of.length === 0 || site === undefined);
      },
      { signal },
    );
    addEventListener('online', again, { signal });
    // An open connection keeps a page out of the back/forward cache.
    const onGone = (gone: boolean) => () => {
      isGone = gone;
      update();
    };
    addEventListener('pagehide', onGone(true), { signal });
    addEventListener('pageshow', onGone(false), { signal });
    const forget = session.subscribe(again);
    return () => {
      forget();
      controller.abort();
    };
  }

  return {
    /** @returns what ends it */
    subscribe(subscription: Subscription): () => void {
      subscriptions.add(subscription);
      stopListening ??= listen();
      update();
      return () => {
        subscriptions.delete(subscription);
        update();
        if (subscriptions.size > 0) return;
        stopListening?.();
        stopListening = undefined;
      };
    },
    /** Which site the page is about. */
    at(next: string | undefined): void {
      if (next === site) return;
      site = next;
      close();
      update();
    },
  };
}

export type LiveStream = ReturnType<typeof createStream>;

/** Whatever stands between may say something else. */
function subjectsIn(data: string): Subject[] {
  try {
    const { queries, kinds } = JSON.parse(data) as { queries: Subject[]; kinds: Subject[] };
    return [...queries, ...kinds];
  } catch {
    return [];
  }
}

function waitMs(failures: number): number {
  if (failures === 0) return Math.random() * SPREAD_MS;
  return Math.min(WAIT_MIN_MS * 2 ** (failures - 1), WAIT_MAX_MS) * (0.5 + Math.random() / 2);
}

/** That of this tab. */
export const stream = createStream();
