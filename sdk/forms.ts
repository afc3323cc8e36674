import { add } from './delivery.js';
import { guard, on, read } from './guard.js';
import { hooks } from './hooks.js';
import { commands } from './options.js';
import { capturePasswords } from './passwords.js';
import { soon } from './soon.js';
import { readSubmission } from './submission.js';

/** What became of a submission. */
interface Submission {
  at: number;
  answers: string;
  button: Element | null | undefined;
  /** By `form.submit()`, of which no event tells. */
  byScript: unknown;
  /** The page's script sends it itself. */
  taken?: unknown;
  told?: unknown;
  decide: () => void;
}

/** A double click. */
const AGAIN_MS = 2e3;
/** Between a submission that a script stops, to check or to tidy something, and its `form.submit()`. */
const CHECK_MS = 3e4;
/** Until validation that takes its time has marked a field. */
const REFUSAL_MS = 1500;

/** Of each form the one before. */
const latest = new WeakMap<object, Submission>();

/**
 * Takes a submission before the page's own handlers clear, disable or remove what is in the form, and decides after
 * them: one that a script took over is real unless the page refused it; one that a script only dispatched, and that
 * nobody took over, goes nowhere.
 *
 * @param event none where a library calls handlers without one
 * @param byScript what is sent now: nothing of it is decided later
 */
export const take = guard(
  (form: HTMLFormElement, button?: Element | null, event?: SubmitEvent, byScript?: unknown): void => {
    const submitted = readSubmission(form, button);
    const before = latest.get(form);
    if (before && byScript) before.decide();
    if (!submitted) return;
    const [told, answers] = submitted;
    const isRefused = hooks.refusal && hooks.refusal(form, event);
    const mine: Submission = {
      at: told.ts,
      answers,
      button,
      byScript,
      decide: soon(() => {
        const { defaultPrevented: prevented, isTrusted, cancelable } = event || ({} as Partial<SubmitEvent>);
        mine.taken = prevented || !(event || byScript);
        // In any case it is asked, which ends the watching.
        const refused = isRefused && isRefused();
        mine.told = byScript || (isTrusted && !prevented) || (!refused && (mine.taken || !cancelable));
        if (mine.told && !(before && before.told && isAgain(mine, before))) add(told, true);
      }, REFUSAL_MS),
    };
    latest.set(form, mine);
    if (byScript) mine.decide();
    // Nobody took it over, and the page may be gone before a timer runs: a window that a handler closes hears no more.
    if (event)
      addEventListener('submit', () => (event.defaultPrevented && !closed) || mine.decide(), { once: true });
  },
);

/** The same once more, or a script that sends what it stopped before. `requestSubmit()` names no button. */
const isAgain = (mine: Submission, before: Submission): unknown => {
  const ms = mine.at - before.at;
  return mine.answers === before.answers
    ? before.button !== mine.button
      ? !mine.button
      : ms < AGAIN_MS || (before.taken && !mine.taken)
    : // Something was tidied, or a token has come to it.
      mine.byScript &&
        !before.byScript &&
        (ms < CHECK_MS || mine.answers.startsWith(before.answers.slice(0, -1)));
};

/** Form submissions: exactly one event for each one that is real, with the values at that moment. */
export const captureForms = (): void => {
  on('submit', (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    // A component may call an event of its own so.
    if (read(HTMLFormElement, 'elements', form)) take(form, event.submitter, event);
  });
  // `form.submit()` fires no event.
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = function () {
    take(this, null, undefined, 1);
    submit.call(this);
  };
  commands.form = (element) => take(element as never, null, undefined, 1);
  capturePasswords();
};
