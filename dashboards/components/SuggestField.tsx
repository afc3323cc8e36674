import { useId } from 'preact/hooks';
import { describedBy, FieldFrame, type FieldProps } from './FieldFrame.js';
import type { Option } from './filter_kinds.js';
import { useField } from './form_state.js';
import { sayPlainly } from './TwoValues.js';

/** A part that fits one option alone means that one. */
function meant(typed: string, options: readonly Option[]): string {
  const part = typed.trim().toLocaleLowerCase();
  const fitting = options.filter((option) => option.some((text) => text.toLocaleLowerCase().includes(part)));
  const [only] = fitting;
  return part && only && fitting.length === 1 ? only[0] : typed.trim();
}

/** One of very many, found by typing a part of it: the browser's own list of suggestions. */
export function SuggestField({ name, label, hint, options }: FieldProps & { options: readonly Option[] }) {
  const id = useId();
  const field = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} field={field}>
      <input
        type="text"
        name={name}
        list={`${id}-list`}
        value={sayPlainly(field.value)}
        autocomplete="off"
        spellcheck={false}
        required
        onInput={(event) => field.set(event.currentTarget.value.trim())}
        onChange={(event) => field.set(meant(event.currentTarget.value, options))}
        {...describedBy(id, field.problem)}
      />
      <datalist id={`${id}-list`}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </datalist>
    </FieldFrame>
  );
}
