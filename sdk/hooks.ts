import type { Stamp } from './page.js';
import type { Control } from './submission.js';

/** Where the second file adds to the main script, which does without while it is not there. */
export const hooks = {} as {
  /** The page view that is being shown. */
  shown: Stamp;
  /** The page is left for another one of the same document. */
  leave?: () => void;
  /** Custom elements of a form, each as the native control that it stands for. */
  controls?: (form: HTMLFormElement) => Control[];
  /** Is told the collector's sentence when it refuses. */
  answered?: (message: string) => void;
  /** Is told the names of the fields that a form left out. */
  leftOut?: (names: string[]) => void;
  /** The address has changed, or the query of one that was replaced. */
  moved: (isReplaced?: boolean) => void;
  /** Watches whether the page refuses a submission. @returns what ends it, and tells */
  refusal?: (form: HTMLFormElement, event?: Event) => () => boolean;
};
