import { add } from './delivery.js';
import { guard, on } from './guard.js';
import { commands } from './options.js';
import { settle, soon } from './soon.js';
import { passwords, read, readSubmission } from './submission.js';

/** A double click, or a handler that stops a submission, checks something and submits once more. */
const AGAIN_MS = 2e3;
/** The same through `form.submit()`, which no visitor can press: a handler may wait for a captcha before it. */
const AGAIN_BY_SCRIPT_MS = 3e4;

/** Until validation that takes its time has marked a field. */
const REFUSAL_MS = 100;

/** What was submitted last, and when. */
let lastAnswers: string;
let lastAt: number;

const emit = (submission: ReturnType<typeof readSubmission>, againMs: number): void => {
  if (!submission) return;
  const [event, answers] = submission;
  if (answers !== lastAnswers || event.ts - lastAt > againMs) add(event, true);
  lastAnswers = answers;
  lastAt = event.ts;
};

/** Form submissions: exactly one event for each one that is real, with the values at that moment. */
export const captureForms = (): void => {
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    // Before the page's own handlers clear, disable or remove what is in the form.
    const submission = readSubmission(form, event.submitter);
    const isInvalid = read(form, 'querySelector')(':invalid');
    // After them: a submission that a script took over is real unless the script refused it; one that a script only
    // dispatched, and that nobody took over, goes nowhere.
    soon(() => {
      if (
        event.defaultPrevented
          ? !isInvalid && !read(form, 'querySelector')('[aria-invalid=true]')
          : event.isTrusted
      )
        emit(submission, AGAIN_MS);
    }, REFUSAL_MS);
  };
  on('submit', onSubmit);
  // Nobody took it over, and the page may be gone before a timer runs: a window that a handler closes hears no more.
  addEventListener('submit', ({ defaultPrevented }) => (defaultPrevented && !closed) || settle());
  on('click focusin', (event: Event) => {
    for (const root of event.composedPath() as ShadowRoot[]) {
      // Of a document or a shadow tree.
      if (root.nodeType > 8) {
        root.querySelectorAll('[type=password]').forEach((control) => passwords.add(control));
        // A submission does not leave its shadow tree, but what comes before it does (DOM, "composed").
        if (root.host && !passwords.has(root))
          root.addEventListener('submit', guard(onSubmit) as never, true);
        passwords.add(root);
      }
    }
  });
  // `form.submit()` fires no event.
  const { submit } = HTMLFormElement.prototype;
  const onScript = guard((form: HTMLFormElement) => emit(readSubmission(form, null), AGAIN_BY_SCRIPT_MS));
  HTMLFormElement.prototype.submit = function () {
    onScript(this);
    submit.call(this);
  };
  commands.form = (element) =>
    emit(
      readSubmission(element as never, null, element.querySelectorAll('input,select,textarea') as never),
      AGAIN_MS,
    );
};
