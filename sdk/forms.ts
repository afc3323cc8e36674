import { add } from './delivery.js';
import { guard, on, read } from './guard.js';
import { hooks } from './hooks.js';
import { commands } from './options.js';
import { capturePasswords } from './passwords.js';
import { soon } from './soon.js';
import { readSubmission } from './submission.js';

type Button = Element | null | undefined;

/** A double click. */
const AGAIN_MS = 2e3;
/** Between a submission that a script stops, to check or to tidy something, and its `form.submit()`. */
const CHECK_MS = 3e4;
/** Until validation that takes its time has marked a field. */
const REFUSAL_MS = 1500;

/** Of each form the submission before: what decides about it now, and whether another one is the same once more. */
const latest = new WeakMap<
  object,
  [
    decide: () => void,
    isAgain: (at: number, answers: string, button: Button, byScript: unknown, taken: unknown) => unknown,
  ]
>();

/**
 * Takes a submission before the page's own handlers clear, disable or remove what is in the form, and decides after
 * them: one that a script took over is real unless the page refused it; one that a script only dispatched, and that
 * nobody took over, goes nowhere.
 *
 * @param byScript of `form.submit()`, which fires no event and is not to be stopped
 * @param event none where a library calls handlers without one
 */
export const take = /*@__PURE__*/ guard(
  (form: HTMLFormElement, byScript?: unknown, button?: Button, event?: SubmitEvent): void => {
    const submitted = readSubmission(form, button);
    const before = latest.get(form);
    if (before && byScript) before[0]();
    if (!submitted) return;
    const [told, answers] = submitted;
    const at = told.ts;
    const isRefused = hooks.refusal && hooks.refusal(form, event);
    /** The page's script sends it itself. */
    let taken: unknown;
    let isReal: unknown;
    const decide = soon(() => {
      const { defaultPrevented, isTrusted, cancelable } = event || ({} as Partial<SubmitEvent>);
      taken = defaultPrevented || !(event || byScript);
      // It is asked in any case, which ends the watching.
      const refused = isRefused && isRefused();
      isReal = byScript || (isTrusted && !taken) || (!refused && (taken || !cancelable));
      if (isReal && !(before && before[1](at, answers, button, byScript, taken))) add(told, true);
    }, REFUSAL_MS);
    latest.set(form, [
      decide,
      (nextAt, nextAnswers, nextButton, nextByScript, nextTaken) =>
        isReal &&
        (nextAnswers === answers
          ? // Neither `submit()` nor `requestSubmit()` names a button.
            nextButton === button || !button
            ? nextAt - at < AGAIN_MS || (taken && !nextTaken)
            : !nextButton
          : // Something was tidied, or a token has come to it.
            (nextByScript || (button && !nextButton)) && !byScript && nextAt - at < CHECK_MS),
    ]);
    if (byScript) decide();
    // Nobody took it over, and the page may be gone before a timer runs: a window that a handler closes hears no more.
    if (event)
      addEventListener('submit', () => (event.defaultPrevented && !closed) || decide(), { once: true });
  },
);

/** Form submissions: exactly one event for each one that is real, with the values at that moment. */
export const captureForms = (): void => {
  on('submit', (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    // A component may call an event of its own so.
    if (read(form, 'elements')) take(form, 0, event.submitter, event);
  });
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = function () {
    take(this, 1);
    submit.call(this);
  };
  commands.form = (element) => take(element as never, 1);
  capturePasswords();
};
