// Web components: shadow trees, out of which few events come, and custom elements that take the part of a control.

import type { Control } from '../control.js';
import { guard, hooks, listeners, on, passwords, read, watchPasswords } from './internals.js';

const seen = new WeakSet<Node>();

/** Hears the submissions in a shadow tree, and in those inside it. */
const enterTree = (root: Document | ShadowRoot): void => {
  watchPasswords(root);
  if (seen.has(root)) return;
  seen.add(root);
  if (root !== document) {
    for (const [type, listener] of listeners)
      if (type === 'submit') root.addEventListener(type, listener, true);
  }
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) enterTree(shadowRoot);
};

/** `XPathResult.ORDERED_NODE_SNAPSHOT_TYPE` (DOM, 8.2). */
const SNAPSHOT = 7;
/** What can be typed into: text, tel, email, password, number, url, search, and what says nothing. */
const TYPED = /^(te|em|pas|num|ur|sea|$)/;
const isCustom = ({ localName }: Element): boolean => /-/.test(localName);

/** What a file is called; what is in it is nobody's business here. */
const textOf = (value: FormDataEntryValue): string =>
  typeof value === 'string' ? value : `${value.name} (${value.type}, ${value.size} bytes)`;

/**
 * Custom elements of a form, each as the native control that it stands for. What they send they say themselves, by
 * `formdata` events or as form-associated elements: an unticked box has a `value` as well.
 */
const controlsOf = (form: HTMLFormElement): Control[] => {
  const controls: Control[] = [];
  const elements = new Set<HTMLInputElement>();
  const told = new Set<string>();
  // Anything with fields in it has no elements of its own.
  for (const element of new Set<HTMLInputElement>(read(form, 'elements') as never))
    if (isCustom(element)) elements.add(element);
    else told.add(element.name);
  // Without an object for each of the others, of which a long form has thousands.
  const found = document.evaluate('.//*[contains(name(),"-")]', form, null, SNAPSHOT);
  for (let i = 0; i < found.snapshotLength; i++) elements.add(found.snapshotItem(i) as HTMLInputElement);
  let data: FormData | undefined;
  for (const element of elements) {
    const { id, checked, value } = element;
    const attribute = (name: string) => element.getAttribute(name) || '';
    const type = `${element.type || attribute('type')}`;
    const isTyped = TYPED.test(type);
    // Some have a `checked` whatever they are.
    const isTicked = checked !== undefined && !(type && isTyped);
    if (isTicked && !checked) continue;
    data = data || guard(() => new FormData(form))();
    const name = `${element.name || attribute('name')}`;
    let values = isTicked || /^(str|num)/.test(typeof value) ? [`${value}`] : [];
    if (name && data) {
      const sent = data.getAll(name).map(textOf);
      // Of several boxes under one name each sends its own.
      if (!isTicked || !sent.includes(`${value}`)) values = told.has(name) ? [] : sent;
    }
    if (values[0]) told.add(name);
    controls.push({
      localName: '',
      id,
      name,
      checked,
      value: `${value}`,
      files: null,
      textContent: '',
      type: passwords.has(element) ? 'password' : isTicked && type !== 'radio' ? 'checkbox' : type || 'text',
      // A box may hold its own label.
      closest: ((selector: string) =>
        element.closest(selector) || (isTicked && selector === 'label' && element)) as Control['closest'],
      getAttribute: (name) => attribute(name) || (name === 'aria-label' ? attribute('label') : ''),
      matches: ((selector: string) =>
        selector === ':disabled'
          ? element.matches(':disabled,[disabled]')
          : !isTicked && isTyped) as Control['matches'],
      selectedOptions: values.map((value) => ({ value })),
    });
  }
  return controls;
};

export const captureComponents = (): void => {
  hooks.controls = controlsOf;
  const enter = guard(enterTree);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (...args) {
    const root = attachShadow.apply(this, args);
    if (root.mode === 'open') enter(root);
    return root;
  };
  // What the page's HTML has as a shadow tree shows by what happens in it.
  on('focusin pointerdown keydown', (event: Event) => {
    for (const root of event.composedPath() as ShadowRoot[]) if (root.nodeType > 10) enter(root);
  });
  // Goes through all of a page, which waits for nothing; Safari has none.
  (window.requestIdleCallback || setTimeout)(() => enter(document));
};
