import { useId } from 'preact/hooks';
import { Below } from './Field.js';
import { describedBy, FieldFrame, type FieldProps } from './FieldFrame.js';
import type { Option } from './filter_kinds.js';
import { useField } from './form_state.js';
import { sayPlainly, TwoValues } from './TwoValues.js';

interface ChoiceProps extends FieldProps {
  options: readonly Option[];
  /** What no choice is called; left out where there has to be one. */
  none?: string;
}

/** One of several. */
export function ChoiceField({ name, label, hint, options, none }: ChoiceProps) {
  const id = useId();
  const field = useField(name);
  const value = sayPlainly(field.value);
  // What is stored stays chosen, even where we have no word for it.
  const all: Option[] = [...(none === undefined ? [] : [['', none] as const]), ...options];
  const shown = all.some(([one]) => one === value) ? all : [[value, value] as const, ...all];
  return (
    <FieldFrame id={id} label={label} hint={hint} field={field} say={(one) => wordOf(options, one)}>
      <select
        name={name}
        value={value}
        onChange={(event) => field.set(event.currentTarget.value || undefined)}
        {...describedBy(id, field.problem)}
      >
        {shown.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

const wordOf = (options: readonly Option[], value: unknown) =>
  options.find(([one]) => one === value)?.[1] ?? sayPlainly(value);

/** Any of several. */
export function ChoicesField({ name, label, hint, options }: ChoiceProps) {
  const id = useId();
  const field = useField(name);
  const chosen = Array.isArray(field.value) ? field.value : [];
  return (
    <fieldset
      class="choices"
      aria-describedby={`${id}-problem ${id}-hint`}
      data-field={name}
      data-label={label}
      data-invalid={field.problem ? '' : undefined}
      tabIndex={-1}
    >
      <legend>{label}</legend>
      {options.map(([value, text]) => (
        <label key={value} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              field.set(
                // In the order of the options, whatever was ticked first.
                options
                  .map(([one]) => one)
                  .filter((one) => (one === value ? event.currentTarget.checked : chosen.includes(one))),
              )
            }
          />
          {text}
        </label>
      ))}
      <TwoValues
        label={label}
        field={field}
        say={(value) => (Array.isArray(value) ? value.map((one) => wordOf(options, one)).join(', ') : '')}
      />
      <Below id={id} hint={hint} problem={field.problem} />
    </fieldset>
  );
}

interface SwitchProps extends FieldProps {
  /** What on and off are called. */
  words: readonly [on: string, off: string];
}

/** On or off. */
export function SwitchField({ name, label, hint, words }: SwitchProps) {
  const id = useId();
  const field = useField(name);
  return (
    <div class="form-field">
      <label class="choice switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={field.value === true}
          name={name}
          checked={field.value === true}
          onChange={(event) => field.set(event.currentTarget.checked)}
          {...describedBy(id, field.problem)}
        />
        <span>{label}</span>
      </label>
      <TwoValues label={label} field={field} say={(value) => words[value === true ? 0 : 1]} />
      <Below id={id} hint={hint} problem={field.problem} />
    </div>
  );
}
