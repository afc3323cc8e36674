// Whether the page refuses a submission that its script took over: by what it marks as invalid, and by what it asks.

import { guard, read } from './internals.js';

/** By ARIA, and by Shoelace. */
const MARKED = '[aria-invalid=true],[data-user-invalid]';

/** What was in a marked field when its submission was refused. */
const refused = new WeakMap<Element, string>();
const stateOf = ({ value, checked }: HTMLInputElement): string => `${value} ${checked}`;

/**
 * Watches a form, or the page where a script has replaced it, for marks that were not there before. One that was there
 * counts when it is set again, and while its field holds what was refused.
 *
 * @param event of the submission, where there is one
 * @returns what ends it, and tells whether it was refused
 */
export const watchRefusal = (form: HTMLFormElement, event?: Event): (() => boolean) => {
  const root = read(form, 'getRootNode')() as Document;
  const isInside = read(form, 'contains');
  const stale = new Set<Node>();
  const marked = () => root.querySelectorAll<HTMLInputElement>(MARKED);
  // A script's own submit event has asked nobody.
  let isRefused =
    !!event && !event.isTrusted && !read(form, 'noValidate') && !!read(form, 'querySelector')(':invalid');
  for (const field of marked())
    if (!isInside(field) || field.value === undefined || refused.get(field) !== stateOf(field))
      stale.add(field);

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
    observer.disconnect();
    root.removeEventListener('invalid', onInvalid, true);
    return isRefused;
  };
};
