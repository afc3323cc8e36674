import type { FormSubmit } from '../schemas/events/form_submit.js';
import { guard } from './guard.js';
import { stamp } from './page.js';
import { isSecret, MASK, mask, maskUrl } from './safety.js';
import { json } from './text.js';

type Control = Omit<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement, 'type'> & { type: string };

/** The contract keeps as much of a value, and of a label. */
const VALUE_MAX = 1e4;
const LABEL_MAX = 200;
/** Longer labels are sentences ("Forgot your password? Write to us") and name nothing. */
const NAME_MAX = 60;
/** Types whose value is no answer of the visitor's: hidden, submit, button, reset, output, image, fieldset. */
const LEFT_OUT = /^(hi|su|bu|re|o|i|fie)/;
/** Where anything can be typed, a name can tell a secret; in a message or a list of choices it proves nothing. */
const NAME_TELLS = /^(te(xt|l)|search|number|)$/;
/** A phone number may have the checksum of a national id. */
const PHONE = /tel|phone|gsm|cep/i;

/** Of `<type> <name> <autocomplete>`. */
const SEARCH_OR_USER = /^(search|text (q|s|query|search|bus[cq]\w+|ara) )|username/i;
const SIGN_UP = /new|sign.?up|regist|crea|kay|password[\s\S]*\npassword/i;

/** Controls that have been password fields: "show password" turns them into text. */
export const passwords = new WeakSet<object>();
const isPassword = (control: Control) => control.type === 'password' || passwords.has(control);

/**
 * Form elements under a name such as `id`, `action`, `elements` or `getAttribute` hide the form's own properties
 * (HTML 4.10.3, [LegacyOverrideBuiltIns]), so they are read through the prototype.
 */
export const read = <Key extends keyof HTMLFormElement>(
  form: HTMLFormElement,
  key: Key,
): HTMLFormElement[Key] => {
  const value: HTMLFormElement[Key] = guard(Reflect.get)(HTMLFormElement.prototype, key, form) || '';
  return value.bind ? value.bind(form) : value;
};

/**
 * Reads what a form holds at this moment, without what must not leave the browser.
 *
 * @returns the event, and a text that is the same for the same answers, whichever button was pressed; nothing for forms
 * that are left alone: searches, log-ins, payments, dialogs and what the page marked
 */
export const readSubmission = (
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  controls: Iterable<Control> = read(form, 'elements') as never,
): [event: FormSubmit, answers: string] | undefined => {
  const attribute = (name: string) => read(form, 'getAttribute')(name) || undefined;
  const button = (submitter || {}) as HTMLButtonElement;
  const copies = [...controls].filter(isPassword);
  const listed: HTMLElement | null = read(form, 'closest')('[data-leadline-fields]');
  // No prototype: a field may be called `__proto__`.
  const fields: FormSubmit['form']['fields'] = Object.create(null);
  const hints: FormSubmit['form']['hints'] = {};
  /** What can be typed into, one a line. */
  let typed = '';
  let secrets = 0;
  let others = 0;

  for (const control of controls) {
    let { type = '', name, autocomplete = '' } = control;
    const { id, labels, ariaLabel, placeholder, files } = control;
    if (control.matches(':disabled') || LEFT_OUT.test(type) || /captcha-/.test(name)) continue;
    if (isPassword(control)) type = 'password';
    // `labels` goes through the whole document, so first the label that is around.
    const { textContent } = control.closest('label') || (labels && labels[0]) || ({} as HTMLElement);
    const label = (textContent || ariaLabel || placeholder || '').trim().slice(0, LABEL_MAX);
    // Scripts that send a form themselves need not name its controls.
    name = name || id || label || type;
    const secret =
      type === 'password' ||
      isSecret(autocomplete, ...(NAME_TELLS.test(type) ? [name, id, label[NAME_MAX] ? '' : label] : []));
    if (control.matches(':read-write')) {
      typed += `${type} ${name} ${autocomplete}\n`;
      if (secret) secrets++;
      else others++;
    }
    if (
      secret ||
      control.closest('[data-leadline-ignore]') ||
      (listed &&
        !(listed.dataset as { leadlineFields: string }).leadlineFields.split(/[ ,]+/).includes(name)) ||
      (/ox|rad/.test(type) && !control.checked)
    )
      continue;

    hints[name] = { type, autocomplete, label };
    for (const one of (files || control.selectedOptions || [control]) as Iterable<File & Control>) {
      // Of a file its description: what is in it is nobody's business here.
      const value = files ? `${one.name} (${one.type}, ${one.size} bytes)` : one.value;
      // That of a custom element may be anything.
      let kept = mask(`${value || ''}`.slice(0, VALUE_MAX), PHONE.test(type + name + label));
      // Shorter passwords would be found in many an innocent answer.
      for (const { value: copy } of copies) kept = copy[3] ? kept.split(copy).join(MASK) : kept;
      fields[name] = name in fields ? ([] as string[]).concat(fields[name] as string, kept) : kept;
    }
  }
  const answers = json(fields);
  if (button.name) fields[button.name] = mask(button.value);
  const id = attribute('id');
  const name = attribute('name');
  const action = maskUrl(read(form, 'action'));
  return /dialog/.test(button.formMethod || read(form, 'method')) ||
    read(form, 'closest')('[role=search],[data-leadline-ignore]') ||
    // Payments and the like: hardly anything but secrets.
    secrets > 2 * others ||
    // One box to search with, or to begin a log-in with; a password beside at most one other box.
    (/^pas/m.test(typed)
      ? (others < 2 || /current-p/.test(typed)) && !SIGN_UP.test(typed + id + button.textContent)
      : others < 2 && SEARCH_OR_USER.test(typed))
    ? undefined
    : [{ ...stamp(), type: 'form_submit', form: { id, name, action, fields, hints } }, answers];
};
