import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { ApiError } from '../http.js';
import { sayDetail } from '../i18n/details/say.js';
import { detailWords, formatTag, messages } from '../i18n/locale.js';
import { errorText } from './Notice.js';
import { placeOf } from './problems.js';
import { useFailure } from './useFailure.js';

export interface SubmitOptions {
  /** @throws ApiError, which is then shown: what is wrong with a value at its field */
  run: (data: FormData) => Promise<void>;
  /** The fields that errors without details belong to, by code. */
  at?: Readonly<Record<string, string>>;
  /** What such an error says there, where it means something of its own. */
  say?: Readonly<Record<string, string>>;
  /** What is wrong before anything is sent, by field. */
  check?: (data: FormData) => Record<string, string>;
}

export interface Submit {
  onSubmit: (event: SubmitEvent) => void;
  busy: boolean;
  /** What has no field of its own to stand at. */
  error: ApiError | undefined;
  /** What is wrong with the field of this name. */
  problemOf: (name: string) => string | undefined;
}

/** A form that is sent once at a time, says what is wrong where it is wrong, and keeps what was typed. */
export function useSubmit({ run, at = {}, say = {}, check }: SubmitOptions): Submit {
  const busy = useSignal(false);
  const error = useFailure();
  const problems = useSignal<Record<string, string>>({});
  const latest = useRef({ run, at, say, check });
  latest.current = { run, at, say, check };

  async function onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (busy.peek()) return;
    const data = new FormData(form);
    error.value = undefined;
    problems.value = { ...missingIn(form), ...latest.current.check?.(data) };
    if (Object.keys(problems.peek()).length > 0) return focusProblem(form);
    busy.value = true;
    try {
      await latest.current.run(data);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      const placed = problemsIn(form, cause, latest.current);
      problems.value = placed ?? {};
      if (!placed) error.value = cause;
      focusProblem(form);
    } finally {
      busy.value = false;
    }
  }

  return {
    onSubmit,
    busy: busy.value,
    error: error.value,
    problemOf: (name) => problems.value[name],
  };
}

const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>('[name], [data-field]')].map((element) => ({
    element,
    name: element.name || element.dataset.field || '',
    label: element.dataset.label ?? element.labels?.[0]?.querySelector('span')?.textContent ?? '',
  }));

function missingIn(form: HTMLFormElement): Record<string, string> {
  const missing = fieldsOf(form).filter(({ element }) => element.required && !element.value.trim());
  return Object.fromEntries(
    missing.map(({ name, label }) => [name, detailWords.peek().rules.missing(label, '')]),
  );
}

/** @returns undefined where something has no field that it could stand at */
function problemsIn(
  form: HTMLFormElement,
  error: ApiError,
  { at, say }: Required<Pick<SubmitOptions, 'at' | 'say'>>,
): Record<string, string> | undefined {
  const own = at[error.code];
  if (own) return { [own]: say[error.code] ?? errorText(error) };
  const number = (value: number) => value.toLocaleString(formatTag.peek());
  const fields = new Map(fieldsOf(form).map(({ name, label }) => [name, label]));
  const found: Record<string, string> = {};
  for (const detail of error.details) {
    const name = placeOf(detail.path, [...fields.keys()]);
    if (name === undefined) return undefined;
    const label = fields.get(name) ?? name;
    // Of texts a rule counts characters; an empty one is missing.
    const isText =
      /^too_(short|long)$/.test(detail.rule) && form.querySelector(`input[name="${CSS.escape(name)}"]`);
    found[name] ??= !isText
      ? sayDetail({ ...detail, path: label }, detailWords.peek(), number)
      : detail.rule === 'too_short' && detail.limit === 1
        ? detailWords.peek().rules.missing(label, '')
        : messages
            .peek()
            .errors[detail.rule === 'too_short' ? 'tooShort' : 'tooLong'](
              label,
              number(Number(detail.limit)),
            );
  }
  return error.details.length > 0 ? found : undefined;
}

/** After the render that marks it. */
function focusProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() =>
    form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus(),
  );
}
