// Whether the page refuses a submission that its script took over: by what it marks as invalid, and by what it asks.

import { guard, hooks, on, read } from './internals.js';

/** By ARIA, and by Shoelace. */
const MARKED = '[aria-invalid=true],[data-user-invalid]';

/** https://jqueryvalidation.org/Validator/ */
declare const jQuery: { data: (form: HTMLFormElement, key: 'validator') => { errorList: unknown[] } };

/** What was in a marked field when its submission was refused. */
const refused = new WeakMap<Element, string>();
/**
 * In its place where a visitor came to a field without a mark: what marks it then, as they type or go on, takes the mark
 * away again once the field is right. Not `BACK` in it, which they may send before they go on.
 */
const LIVE = '';
const BACK = '-';
const stateOf = ({ value, checked }: HTMLInputElement): string => `${value} ${checked}`;

/**
 * Watches a form, or the page where a script has replaced it, for marks that were not there before. One that was there
 * counts when it is set again, and while its field holds what was refused.
 *
 * @param event of the submission, where there is one
 * @returns what ends it, and tells whether it was refused
 */
const watchRefusal = (form: HTMLFormElement, event?: Event): (() => boolean) => {
  const root = read(form, 'getRootNode')() as Document;
  const isInside = read(form, 'contains');
  const stale = new Set<Node>();
  const live = new Set<Node>();
  const marked = () => root.querySelectorAll<HTMLInputElement>(MARKED);
  // A script's own submit event has asked nobody.
  let isRefused =
    !!event && !event.isTrusted && !read(form, 'noValidate') && !!read(form, 'querySelector')(':invalid');
  for (const field of marked()) {
    const before = isInside(field) && refused.get(field);
    if (before === LIVE) live.add(field);
    if (before !== stateOf(field) || field.value === undefined) stale.add(field);
  }

  const look = guard((records: MutationRecord[]) => {
    for (const { type, target } of records) if (type === 'attributes') stale.delete(target);
    for (const field of marked())
      if (!stale.has(field) && (isInside(field) || !read(form, 'isConnected'))) {
        refused.set(field, stateOf(field));
        isRefused = true;
      }
  });
  const observer = new MutationObserver(look);
  observer.observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-invalid', 'data-user-invalid'],
  });
  // A handler that asks `checkValidity()` itself, while the event is under way: later ones are the next submission's.
  const onInvalid = guard(({ target }: Event) => {
    if (event && event.eventPhase && isInside(target as Node)) isRefused = true;
  });
  root.addEventListener('invalid', onInvalid, true);
  return () => {
    look(observer.takeRecords());
    // Whoever comes back to the field meanwhile does not undo what was refused.
    for (const field of marked()) if (live.has(field)) isRefused = true;
    observer.disconnect();
    root.removeEventListener('invalid', onInvalid, true);
    // jQuery Validate marks no field that nobody has typed into.
    return isRefused || !!guard(() => jQuery.data(form, 'validator').errorList[0])();
  };
};

export const captureRefusals = (): void => {
  // A page may break what it needs, which must cost no lead.
  hooks.refusal = guard(watchRefusal);
  on('focusin focusout', ({ type, target }) => {
    const field = target as Element;
    const before = refused.get(field);
    if (!field.matches(MARKED)) refused.set(field, LIVE);
    else if (before === LIVE || before === BACK) refused.set(field, type === 'focusin' ? BACK : LIVE);
  });
};
