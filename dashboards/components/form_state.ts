import { type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { type Draft, dropDraft, keepDraft, readDraft } from '../drafts.js';
import { me } from '../session.js';
import { isSame, merge, type Values, valueAt, withValue } from './values.js';

/** A field that two editors have changed, each to something else. */
export interface Conflict {
  mine: unknown;
  theirs: unknown;
  /** Whose holds; saving waits for it. */
  chosen?: 'mine' | 'theirs' | undefined;
}

/** What a form is about: what stood there, and of which version. */
interface Opened<V> {
  values: V;
  version: number | undefined;
}

export interface FormState<V> {
  values: Signal<V>;
  opened: Signal<Opened<V>>;
  conflicts: Signal<Readonly<Record<string, Conflict>>>;
  /** What was typed here before and not saved. */
  draft: Signal<Draft | undefined>;
  set: (path: string, value: unknown) => void;
  choose: (name: string, whose: 'mine' | 'theirs') => void;
  /** Somebody else has saved meanwhile. Returns whether everything could be put together. */
  meet: (theirs: V, version: number) => boolean;
  keepDraft: () => void;
  discardDraft: () => void;
  /** All is saved. */
  settle: () => void;
}

/**
 * What stands in a form, from when it is opened until it is saved. What is typed outlives the tab, under the form's name
 * and the user's.
 *
 * @param isKept not for what nobody else may find in this browser
 */
export function useFormState<V extends Values>(
  name: string,
  start: Opened<V>,
  isKept: boolean,
): FormState<V> {
  const user = me.peek()?.user?.id ?? '';
  const opened = useSignal(start);
  const values = useSignal(start.values);
  const conflicts = useSignal<Readonly<Record<string, Conflict>>>({});
  const draft = useSignal(isKept ? unsaved(readDraft(user, name)) : undefined);
  const isDirty = useComputed(() => !isSame(values.value, opened.value.values));

  /** At each letter, since a tab may be gone before the next frame. Returns whether nothing is left to lose. */
  const keep = (): boolean => {
    // What was typed before stays until it is known whether it is wanted.
    if (!isDirty.value || draft.peek()) return true;
    const { values: base, version } = opened.value;
    return isKept && keepDraft(user, name, { at: Date.now(), version, base, values: values.value });
  };
  useSignalEffect(() => {
    if (keep()) return;
    // Nowhere to keep it: whoever closes the tab is asked first.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  });

  const forget = () => {
    if (isKept) dropDraft(user, name);
    draft.value = undefined;
  };
  // Read anew behind an untouched form, what it shows follows.
  useEffect(() => {
    if (start.version === opened.peek().version || isDirty.peek()) return;
    opened.value = start;
    values.value = start.values;
  }, [start.version]);

  return {
    values,
    opened,
    conflicts,
    draft,
    set(path, value) {
      values.value = withValue(values.peek(), path, value);
      keep();
      const [top = ''] = path.split('.');
      const known = conflicts.peek()[top];
      if (known)
        conflicts.value = {
          ...conflicts.peek(),
          [top]: { ...known, mine: valueAt(values.peek(), top), chosen: 'mine' },
        };
    },
    choose(name, whose) {
      const known = conflicts.peek()[name];
      if (!known) return;
      values.value = { ...values.peek(), [name]: known[whose] };
      conflicts.value = { ...conflicts.peek(), [name]: { ...known, chosen: whose } };
    },
    meet(theirs, version) {
      const mine = values.peek();
      const merged = merge(opened.peek().values, mine, theirs);
      opened.value = { values: theirs, version };
      values.value = merged.values;
      conflicts.value = Object.fromEntries(
        merged.conflicts.map((name) => [name, { mine: valueAt(mine, name), theirs: valueAt(theirs, name) }]),
      );
      return merged.conflicts.length === 0;
    },
    keepDraft() {
      const kept = draft.peek();
      if (!kept) return;
      // Onto what it was typed over: that somebody has saved since is then met when it is saved.
      opened.value = { values: { ...start.values, ...kept.base }, version: kept.version };
      values.value = { ...start.values, ...kept.values };
      draft.value = undefined;
    },
    discardDraft: forget,
    settle() {
      opened.value = { ...opened.peek(), values: values.peek() };
      conflicts.value = {};
      forget();
    },
  };
}

const unsaved = (draft: Draft | undefined) =>
  draft && !isSame(draft.values, draft.base) ? draft : undefined;

/** What fields share with their form. */
export interface FormContextValue {
  state: FormState<Values>;
  problemOf: (name: string) => string | undefined;
}

export const FormContext = createContext<FormContextValue | undefined>(undefined);

/** The value at a path of the form around, how to change it, and what is wrong with it. */
export function useField(name: string) {
  const form = useContext(FormContext);
  if (!form) throw new Error('useField() is for fields inside of a Form');
  const { state, problemOf } = form;
  return {
    value: valueAt(state.values.value, name),
    set: (value: unknown) => state.set(name, value),
    problem: problemOf(name),
    conflict: state.conflicts.value[name],
    choose: (whose: 'mine' | 'theirs') => state.choose(name, whose),
  };
}
