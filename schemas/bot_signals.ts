/**
 * What speaks for a program rather than a person behind a browser's event. A signal is a hint: no event is refused for
 * one, since a false alarm must not cost a lead.
 */
export const botSignals = [
  /** The browser calls itself a crawler, a headless browser or an HTTP library. */
  'user_agent',
  /** The browser does not say what it is; every real one does. */
  'no_user_agent',
  /** The page was fetched ahead, and may never have been seen. */
  'prefetch',
] as const;

export type BotSignal = (typeof botSignals)[number];
