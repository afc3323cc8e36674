import './Form.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ApiError } from '../http.js';
import { formatFor } from '../i18n/format.js';
import { formatTag, messages } from '../i18n/locale.js';
import { announce } from './announce.js';
import { FormContext, type FormContextValue, type FormState, useFormState } from './form_state.js';
import { ErrorNotice } from './Notice.js';
import { texts } from './texts.js';
import { type SubmitOptions, useSubmit } from './useSubmit.js';
import type { Values } from './values.js';

interface FormProps<V extends Values> extends Pick<SubmitOptions, 'at' | 'say'> {
  /** Of the form and its record, such as `sites shop`: what was typed is kept under it. */
  name: string;
  /** As the record is stored; of a new one what it begins with. Its names are those of the fields. */
  values: V;
  /** Of the record that is changed. */
  version?: number | undefined;
  /** @throws ApiError: what is wrong with a value is then said at its field, a `conflict` is put together */
  save: (values: V, version: number | undefined) => Promise<void>;
  onSaved?: () => void;
  onCancel?: () => void;
  /** What is wrong before anything is sent, by field. */
  check?: (values: V) => Record<string, string>;
  /** What the form shows of a record that somebody else has saved; as it is where left out. */
  valuesOf?: (record: Record<string, unknown>) => V;
  /** On the button; "Save" where left out. */
  submit?: string;
  /** Whether what is typed stays in this browser: not where it is secret. */
  isKept?: boolean;
  children: ComponentChildren;
}

/**
 * A form that loses nothing: what was typed outlives a lost session and a closed tab, and of two editors the second sees
 * what both have made of a field and chooses. Its fields are those of `fields.tsx`, `choice_fields.tsx` and `ListField.tsx`, by the names of `values`.
 */
export function Form<V extends Values>(props: FormProps<V>) {
  const { name, values: start, version, save, onSaved, onCancel, check, at, say, isKept = true } = props;
  const m = texts.value.form;
  const form = useRef<HTMLFormElement>(null);
  const state = useFormState(name, { values: start, version }, isKept);
  const valuesOf =
    props.valuesOf ??
    ((record) =>
      Object.fromEntries(Object.entries(start).map(([key, value]) => [key, record[key] ?? value])) as V);

  async function run(): Promise<void> {
    try {
      await save(state.values.peek(), state.opened.peek().version);
    } catch (cause) {
      const theirs = recordIn(cause);
      if (!theirs) throw cause;
      const isWhole = state.meet(valuesOf(theirs), theirs.version);
      if (isWhole) return run();
      announce(m.conflict);
      // After the render that shows both values.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('.two-values input')?.focus());
      return;
    }
    state.settle();
    onSaved?.();
  }
  const undecided = () =>
    Object.entries(state.conflicts.peek())
      .filter(([, { chosen }]) => !chosen)
      .map(([field]): [string, string] => [field, m.choose]);
  const submit = useSubmit({
    run,
    ...(at && { at }),
    ...(say && { say }),
    check: () => ({ ...check?.(state.values.peek()), ...Object.fromEntries(undecided()) }),
  });
  const hasConflicts = Object.keys(state.conflicts.value).length > 0;
  // Fields know values by name, whatever their types.
  const context = { state, problemOf: submit.problemOf } as unknown as FormContextValue;
  return (
    <FormContext.Provider value={context}>
      <form ref={form} class="form" onSubmit={submit.onSubmit} noValidate>
        <DraftOffer state={state} />
        {hasConflicts && (
          <p class="notice notice-quiet" role="alert">
            {m.conflict}
          </p>
        )}
        {props.children}
        {submit.error && <ErrorNotice error={submit.error} />}
        <div class="actions">
          <button type="submit" class="button button-main" aria-disabled={submit.busy}>
            {props.submit ?? messages.value.save}
          </button>
          {onCancel && (
            <button
              type="button"
              class="button"
              onClick={() => {
                state.discardDraft();
                onCancel();
              }}
            >
              {messages.value.cancel}
            </button>
          )}
        </div>
      </form>
    </FormContext.Provider>
  );
}

/** The record as it is now, of an answer that says that it has changed. */
function recordIn(cause: unknown): (Record<string, unknown> & { version: number }) | undefined {
  if (!(cause instanceof ApiError && cause.failure === 'conflict')) return undefined;
  const { record } = cause.beside;
  return record && typeof record.version === 'number' ? { ...record, version: record.version } : undefined;
}

function DraftOffer<V>({ state }: { state: FormState<V> }) {
  const m = texts.value.form;
  // It is a moment of the reader's own day, not of the site's.
  const format = formatFor(formatTag.value, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const draft = state.draft.value;
  if (!draft) return null;
  return (
    <div class="notice notice-quiet" role="status">
      <p>{m.draft(format.shortDateTime(draft.at))}</p>
      <button type="button" class="button button-small" onClick={state.keepDraft}>
        {m.keep}
      </button>
      <button type="button" class="button button-small" onClick={state.discardDraft}>
        {m.discard}
      </button>
    </div>
  );
}
