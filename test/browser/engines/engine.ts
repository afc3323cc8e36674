// What the tests of the script ask of a browser, whichever engine it has.

/** However slow the machine: what takes longer hangs. */
export const PATIENCE_MS = 120_000;

/**
 * A tab of a browser. Selectors are of CSS, and found in open shadow trees as well; what a visitor does is done by real
 * pointers and keys, so that its events are trusted.
 */
export interface Tab {
  /** Begins to go to an address. */
  open(url: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types into a field, in place of what is there. */
  fill(selector: string, text: string): Promise<void>;
  pressEnter(selector: string): Promise<void>;
  /** What an expression of JavaScript gives in the page, as JSON can hold it. */
  evaluate<T>(expression: string): Promise<T>;
  /** As a visitor does: the page is told that it is being left. */
  close(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  /** In front of others. */
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}
