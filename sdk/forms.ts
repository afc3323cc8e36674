import type { FormSubmit } from '../schemas/events/form_submit.js';
import type { Capture } from './client.js';
import { type Reading, read, readFields } from './fields.js';
import { guard, on } from './guard.js';
import { soon } from './soon.js';

/** A double click, or a handler that stops a submission, checks something and submits once more. */
const AGAIN_MS = 2_000;
/** The same through `form.submit()`, which no visitor can press: a handler may wait for a captcha before it. */
const AGAIN_BY_SCRIPT_MS = 30_000;

/** Of `<type> <name> <autocomplete>`. */
const SEARCH_OR_USER = /^(search|\S* (q|s|query|search|bus\w+|ara)) | username/i;
const SIGN_UP = /new-p|sign.?up|regist|join|crea|kay[ıi]t/i;

/** Form submissions: exactly one event for each one that is real, with the values at that moment. */
export function captureForms(capture: Capture): void {
  const secrets = new WeakSet<object>();
  const last = new WeakMap<HTMLFormElement, { answers: string; at: number }>();

  const emit = (form: HTMLFormElement, { event, answers }: Submission, againMs: number) => {
    const before = last.get(form) || { answers: '', at: 0 };
    const at = Date.now();
    last.set(form, { answers, at });
    if (before.answers !== answers || at - before.at > againMs) capture.add(event, true);
  };

  const onSubmit = guard((event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    // Before the page's own handlers clear, disable or remove what is in the form.
    const submission = readSubmission(form, event.submitter, secrets, capture);
    const invalid = read(form, 'matches')(':invalid');
    // After them: a submission that a script took over is real unless the script refused it; one that a script
    // only dispatched, and that nobody took over, goes nowhere.
    soon(() => {
      const refused = event.defaultPrevented
        ? invalid || read(form, 'querySelector')('[aria-invalid=true]')
        : !event.isTrusted;
      if (submission && !refused) emit(form, submission, AGAIN_MS);
    }, 0);
  });
  on('submit', onSubmit);

  on('input', ({ target }) => {
    if ((target as HTMLInputElement).type === 'password') secrets.add(target as HTMLInputElement);
  });

  // `form.submit()` fires no event.
  const onScript = guard((form: HTMLFormElement) => {
    const submission = readSubmission(form, null, secrets, capture);
    if (submission) emit(form, submission, AGAIN_BY_SCRIPT_MS);
  });
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = function () {
    onScript(this);
    submit.call(this);
  };
}

interface Submission {
  event: FormSubmit;
  answers: string;
}

/** Undefined for forms that are left alone: searches, log-ins, dialogs and what the page marked. */
function readSubmission(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  secrets: WeakSet<object>,
  { stamp }: Capture,
): Submission | undefined {
  const attribute = (name: string) => read(form, 'getAttribute')(name) || undefined;
  const button = (submitter || {}) as HTMLButtonElement;
  const { fields, hints, typed, answers } = readFields(form, submitter, secrets);
  const id = attribute('id');
  const name = attribute('name');
  const action = attribute('action') && read(form, 'action');
  const leftAlone =
    (button.formMethod || read(form, 'method')) === 'dialog' ||
    read(form, 'closest')('[role=search], search, [data-leadline-ignore]') ||
    isSearchOrLogin(typed, [id, name, action, button.textContent].join());
  if (leftAlone) return undefined;
  const event = {
    ...stamp(),
    type: 'form_submit',
    form: { id, name, action, fields, hints },
  } satisfies FormSubmit;
  return { event, answers };
}

/** One box to search with or to begin a log-in with, or one with a password; a sign-up is a lead. */
const isSearchOrLogin = (typed: Reading['typed'], about: string): boolean => {
  const all = typed.join('\n');
  return /^password/m.test(all)
    ? (typed.length < 3 || /current-p/.test(all)) && !SIGN_UP.test(all + about)
    : typed.length === 1 && SEARCH_OR_USER.test(all);
};
