import type { FormSubmit } from '../schemas/events/form_submit.js';
import type { Control } from './control.js';
import { guard, read } from './guard.js';
import { hooks } from './hooks.js';
import { stamp } from './page.js';
import { passwords } from './passwords.js';
import { hidden, isSecret, MASK, mask, maskUrl } from './safety.js';
import { json } from './text.js';

/** What a visitor read of a field, and `text` of what was chosen in it. */
interface Hint {
  type: string;
  autocomplete: string;
  label: string;
  text: string[];
}

/** The contract keeps as much of a value, and of a label, which may be a sentence that is agreed to. */
const VALUE_MAX = 1e4;
const LABEL_MAX = 1e3;
/** Longer labels are sentences ("Forgot your password? Write to us") and name nothing. */
const NAME_MAX = 60;
/** Of `<type><name>`, what is no answer of the visitor's: hidden, submit, button, reset, output, image, fieldset. */
const LEFT_OUT = /^(hi|su|bu|re|outp|im|fie)|captcha-/;
/** Where anything can be typed, a name can tell a secret; in a message or a list of choices it proves nothing. */
const NAME_TELLS = /^(te(xt|l)|search|number|)$/;
/** A phone number may have the checksum of a national id. */
const PHONE = /tel|phone|gsm|cep|m.[bv]il|celu|handy|whats/i;

/** Of `<type> <name> <autocomplete>`. */
const SEARCH_OR_USER = /^(search|\w+ (q|s|query|search|bus[cq]\w+|ara|[ck]od\w*|token) )|username/i;

const IGNORED = '[data-leadline-ignore]';

/** Like `closest`, but out of shadow trees, slots and frames of the same origin as well. */
export const around = (element: Element, selector: string): HTMLElement | undefined => {
  for (let node: Node | null | undefined = element; node; ) {
    // A document does not, which throws.
    if (guard(read(node, 'matches'))(selector)) return node as HTMLElement;
    node =
      read(node, 'assignedSlot') ||
      read(node, 'parentNode') ||
      // That of a link is something else.
      (node.nodeType > 10 && (node as ShadowRoot).host) ||
      ((node as Document).defaultView || ({} as Window)).frameElement;
  }
};

/** What a visitor reads in it. */
const textOf = (element?: { textContent: string | null } | null | false): string =>
  ((element && element.textContent) || '').replace(/\s+/g, ' ').trim();

/** Whether its signs are shown as dots, as those of passwords are. */
const isVeiled = /*@__PURE__*/ guard((control: unknown): boolean =>
  /^[cds]/.test(
    (getComputedStyle(control as Element) as never as { webkitTextSecurity: string }).webkitTextSecurity,
  ),
);

/**
 * Reads what a form holds at this moment, without what must not leave the browser.
 *
 * @param form or anything with fields in it
 * @returns the event, and a text that is the same for the same answers, whichever button was pressed; nothing for forms
 * that are left alone: searches, log-ins, payments, dialogs, those that ask nothing and what the page marked
 */
export const readSubmission = (
  form: HTMLFormElement,
  submitter?: Element | null,
): [event: FormSubmit, answers: string] | undefined => {
  const attribute = (name: string) => read(form, 'getAttribute')(name) || undefined;
  const all = (selector: string) => [...read(form, 'querySelectorAll')(selector)] as never as Control[];

  /** Each control's own `labels` goes through the whole document. */
  const labels: Record<string, Element> = {};
  for (const label of (read(form, 'getRootNode')() as Document).querySelectorAll<HTMLLabelElement>(
    'label[for]',
  ))
    labels[` ${label.htmlFor}`] = label;

  const clean = (text: string, max: number, isPhone?: boolean) => {
    let cleaned = mask(text.slice(0, max), isPhone);
    // Wherever it stands: what shows a password may be another field.
    for (const { value } of passwords as Set<{ value: string }>)
      if (value && value[3]) cleaned = cleaned.split(value).join(MASK);
    return cleaned;
  };

  // No prototype: a field may be called `__proto__`.
  const fields: FormSubmit['form']['fields'] = { __proto__: null } as never;
  const hints: Record<string, Hint> = {};
  const listed = around(form, '[data-leadline-fields]');
  const ignored = around(form, IGNORED);
  /** What can be typed into, one a line. */
  let typed = '';
  let secrets = 0;
  let others = 0;

  const elements = (read(form, 'elements') || all('input,select,textarea')) as never as Control[];
  for (const control of [...elements, ...(hooks.controls ? hooks.controls(form) : [])]) {
    const own = (name: string) => control.getAttribute(name) || '';
    const { id, files, checked, name: given } = control;
    // Firefox's property leaves out what it does not know.
    const autocomplete = own('autocomplete');
    const type = passwords.has(control) ? 'password' : control.type;
    // What a custom element sends, the second file knows: an unticked box has a `value` as well.
    if (/-/.test(control.localName) || control.matches(':disabled') || LEFT_OUT.test(type + given)) continue;
    const ticked = /ox|rad/.test(type);
    const canBeTyped = control.matches(':read-write');
    const label = clean(
      textOf(labels[` ${id}`] || control.closest('label'))
        .replace(textOf(control), '')
        .trim() ||
        own('aria-label') ||
        own('placeholder'),
      LABEL_MAX,
    );
    // Scripts that send a form themselves need not name its controls.
    const name = given || id || label || type;
    const secret =
      type === 'password' ||
      isSecret(
        NAME_TELLS.test(type)
          ? `${autocomplete} ; ${name} ; ${id} ; ${label[NAME_MAX] ? '' : label} ; ${own('placeholder')}`
          : autocomplete,
      ) ||
      (canBeTyped && isVeiled(control));
    if (canBeTyped) {
      typed += `${type} ${name} ${autocomplete}\n`;
      if (secret) secrets++;
      else others++;
    }
    if (
      secret ||
      // A code, of which each sign has a box. They speak for no payment.
      (own('maxlength') === '1' && +control.value >= 0) ||
      ignored ||
      control.closest(IGNORED) ||
      (listed && !(listed.dataset.leadlineFields as string).split(/[ ,]+/).includes(name))
    ) {
      hidden.add(given);
      continue;
    }
    if (ticked && !checked) continue;

    // Of several under one name what they are an answer to; a box alone has all of it beside it.
    const question = ticked && Object(elements[given as never]).length && control.closest('fieldset');
    const { text } = (hints[name] = hints[name] || {
      type,
      autocomplete,
      label: question ? clean(textOf(question.querySelector('legend')), LABEL_MAX) : label,
      text: [],
    });
    for (const one of (files || control.selectedOptions || [control]) as Iterable<
      File & Control & { text?: string }
    >) {
      const kept = clean(
        // Of a file its description: what is in it is nobody's business here.
        files ? `${one.name} (${one.type}, ${one.size} bytes)` : one.value,
        VALUE_MAX,
        PHONE.test(type + name + label),
      );
      fields[name] = name in fields ? ([] as string[]).concat(fields[name] as string, kept) : kept;
      // Of a file `text` is a function.
      if (ticked || (!files && one.text)) text.push(ticked ? label : clean(one.text, LABEL_MAX));
    }
  }

  const button = (submitter || all('[type=submit],button:not([type=button])')[0] || {}) as Partial<Control>;
  const answers = json(fields);
  const pressed = submitter && button.name;
  if (pressed) fields[pressed] = clean(button.value as string, VALUE_MAX);
  return (answers === '{}' && !pressed) ||
    /dialog/.test(button.formMethod || read(form, 'method')) ||
    ignored ||
    around(form, '[role=search]') ||
    // Payments and the like: hardly anything but secrets.
    secrets > 2 * others ||
    // A password beside at most one other box, or the one that is there already; one box to search with, or to begin a
    // log-in with.
    (/^pas/m.test(typed)
      ? /current-p/.test(typed) ||
        (others < 2 &&
          !(
            hooks.signsUp &&
            hooks.signsUp(
              typed +
                textOf(button as Control) +
                button.value +
                `${attribute('action')}`.split('?')[0] +
                textOf(all('legend')[0]),
            )
          ))
      : others < 2 && SEARCH_OR_USER.test(typed))
    ? undefined
    : [
        {
          ...stamp(),
          type: 'form_submit',
          form: {
            id: attribute('id'),
            name: attribute('name'),
            action: maskUrl(read(form, 'action') || ''),
            fields,
            hints,
          },
        },
        answers,
      ];
};
