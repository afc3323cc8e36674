import type { Control } from './control.js';
import type { Stamp } from './stamp.js';

/** Where the second file adds to the main script, which does without while it is not there. */
export const hooks = {} as {
  /** The page view that is being shown, and its address as it was last. */
  shown: Stamp;
  at: string;
  /** Where the visitor comes from: another site, or the page shown before in a single-page app. */
  from: string;
  /** Another page is shown. */
  view: (landing?: string) => void;
  /** Until when nothing is sent, which nothing overrides. */
  until: number;
  /** The page is left for another one of the same document. */
  leave: () => void;
  /** Custom elements of a form, each as the native control that it stands for. */
  controls?: (form: HTMLFormElement) => Control[];
  /** Is told what the collector says when it refuses. */
  answered?: (error: { message: string }) => void;
  /** Whether a form with a password is a sign-up. Without an answer it is a log-in, which is left alone. */
  signsUp?: (said: string) => boolean;
  /** Watches whether the page refuses a submission. @returns what ends it, and tells */
  refusal?: (form: HTMLFormElement, event?: Event) => (() => boolean) | undefined;
};

hooks.until = 0;
