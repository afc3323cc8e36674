import type { FormSubmit } from '../schemas/events/form_submit.js';
import { clean } from './safety.js';
import { oneLine } from './text.js';

type Fields = FormSubmit['form']['fields'];
type Hints = NonNullable<FormSubmit['form']['hints']>;
type Control = Omit<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement, 'type'> & { type: string };

/** The contract keeps as much of a value. */
const VALUE_MAX = 10_000;
/** Longer labels are sentences ("Forgot your password? Write to us") and name nothing. */
const LABEL_MAX = 60;
/** Types whose value is no answer of the visitor's; a submitter counts when it was pressed. */
const LEFT_OUT = /^(hidden|submit|button|reset|output)$/;
/** Where anything can be typed, a name can tell a secret; in a message or a list of choices it proves nothing. */
const NAME_TELLS = /^(text|tel|password|search|number|)$/;

/**
 * Form elements under a name such as `id`, `action`, `elements` or `getAttribute` hide the form's own properties
 * (HTML 4.10.3, [LegacyOverrideBuiltIns]), so they are read through the prototype.
 */
export function read<Key extends keyof HTMLFormElement>(
  form: HTMLFormElement,
  key: Key,
): HTMLFormElement[Key] {
  const value = Reflect.get(HTMLFormElement.prototype, key, form);
  return typeof value === 'function' ? value.bind(form) : value;
}

/** A label may be around its control, whose own text (a list's options) is not the label's. */
const labelOf = (control: Control): string => {
  const [label] = control.labels || [];
  return oneLine(
    label
      ? label.textContent.replace(control.textContent, '')
      : control.getAttribute('aria-label') || control.getAttribute('placeholder') || '',
  );
};

/** What a control would submit; a form-associated custom element counts with its `value`, if it is text. */
const valuesOf = (control: Control): string[] => {
  if (/^(checkbox|radio)$/.test(control.type) && !control.checked) return [];
  // Only the names: what is in a file is nobody's business here.
  if (control.files) return Array.from(control.files, ({ name }) => name);
  return Array.from(control.selectedOptions || [control], ({ value }) => value);
};

/** What a form holds at this moment. */
export interface Reading {
  fields: Fields;
  hints: Hints;
  /** `<type> <name> <autocomplete>` of the controls into which something can be typed. */
  typed: string[];
  /** The same for the same answers, whichever button was pressed. */
  answers: string;
}

/**
 * Reads a form's fields, without what must not leave the browser.
 *
 * @param secrets controls that have been password fields; "show password" turns them into text
 */
export function readFields(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  secrets: WeakSet<object>,
): Reading {
  const controls = (Array.from(read(form, 'elements')) as unknown as Control[]).filter(
    (control) => !control.matches(':disabled'),
  );
  // No prototype: a field may be called `__proto__`.
  const fields: Fields = Object.create(null);
  const hints: Hints = Object.create(null);
  const typed: string[] = [];
  let answers = '';

  for (const control of controls) {
    const type = secrets.has(control) ? 'password' : control.type || '';
    if (LEFT_OUT.test(type) && (control !== submitter || !control.name)) continue;
    const label = labelOf(control);
    // Scripts that send a form themselves need not name its controls.
    const name = control.name || control.id || label || type;
    const autocomplete = control.getAttribute('autocomplete') || '';
    if (control.matches(':read-write')) typed.push(`${type} ${name} ${autocomplete}`);
    if (control.closest('[data-leadline-ignore]')) continue;

    const names = NAME_TELLS.test(type)
      ? [type === 'password' ? type : '', name, control.id, label.length < LABEL_MAX ? label : '']
      : [];
    const values: string[] = [];
    for (const value of valuesOf(control)) {
      const kept = typeof value === 'string' && clean(value.slice(0, VALUE_MAX), autocomplete, ...names);
      if (kept || kept === '') values.push(kept);
    }
    if (control !== submitter) answers += `${name}=${values}\n`;

    if (values[0] === undefined) continue;

    const before = fields[name];
    // Check boxes of one name are a list of answers, even where only one is checked.
    const isGroup =
      type === 'checkbox' && controls.filter((other) => other.name === name && other.type === type)[1];
    fields[name] =
      before !== undefined || control.multiple || isGroup
        ? ([] as string[]).concat(before || [], values)
        : values[0];
    if (!hints[name]) {
      hints[name] = { type, autocomplete, label };
    }
  }
  return { fields, hints, typed, answers };
}
