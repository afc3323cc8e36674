import { useId, useRef } from 'preact/hooks';
import { Below } from './Field.js';
import { useField } from './form_state.js';
import { Icon } from './Icon.js';
import { sayPlainly, TwoValues } from './TwoValues.js';
import { texts } from './texts.js';

interface ListFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** On the button that adds one. */
  add: string;
  /** Of what a line holds, such as `https://www.example.com`. */
  placeholder?: string;
}

/** A list of texts, one a line. Several lines that are pasted become as many. */
export function ListField({ name, label, hint, add, placeholder }: ListFieldProps) {
  const m = texts.value.form;
  const id = useId();
  const root = useRef<HTMLFieldSetElement>(null);
  const field = useField(name);
  const lines = Array.isArray(field.value) ? field.value.map(sayPlainly) : [];

  function focusLine(index: number): void {
    requestAnimationFrame(() => {
      const inputs = root.current?.querySelectorAll('input') ?? [];
      (inputs[Math.min(index, inputs.length - 1)] ?? root.current?.querySelector('button'))?.focus();
    });
  }
  function onPaste(event: ClipboardEvent, index: number): void {
    const pasted = (event.clipboardData?.getData('text') ?? '').split(/\r?\n/).map((line) => line.trim());
    const several = pasted.filter(Boolean);
    if (several.length < 2) return;
    event.preventDefault();
    const before = lines[index] ? [lines[index]] : [];
    field.set([...lines.slice(0, index), ...before, ...several, ...lines.slice(index + 1)]);
    focusLine(index + before.length + several.length - 1);
  }

  return (
    <fieldset
      ref={root}
      class="choices"
      aria-describedby={`${id}-problem ${id}-hint`}
      data-field={name}
      data-label={label}
      data-invalid={field.problem ? '' : undefined}
      tabIndex={-1}
    >
      <legend>{label}</legend>
      {lines.map((line, index) => (
        <Line
          // A line is known by its place alone.
          key={index}
          name={`${name}.${index}`}
          label={m.line(label, index + 1)}
          line={line}
          placeholder={placeholder}
          onPaste={(event) => onPaste(event, index)}
          onChange={(text) => field.set(lines.map((one, other) => (other === index ? text : one)))}
          onRemove={() => {
            field.set(lines.filter((_, other) => other !== index));
            focusLine(index);
          }}
        />
      ))}
      <button
        type="button"
        class="button button-small"
        onClick={() => {
          field.set([...lines, '']);
          focusLine(lines.length);
        }}
      >
        {add}
      </button>
      <TwoValues label={label} field={field} />
      <Below id={id} hint={hint} problem={field.problem} />
    </fieldset>
  );
}

interface LineProps {
  name: string;
  label: string;
  line: string;
  placeholder: string | undefined;
  onPaste: (event: ClipboardEvent) => void;
  onChange: (text: string) => void;
  onRemove: () => void;
}

function Line({ name, label, line, placeholder, onPaste, onChange, onRemove }: LineProps) {
  const m = texts.value.form;
  const id = useId();
  const { problem } = useField(name);
  return (
    <div class="list-line">
      <input
        type="text"
        name={name}
        value={line}
        placeholder={placeholder}
        data-label={label}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        autocomplete="off"
        spellcheck={false}
        onPaste={onPaste}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <button
        type="button"
        class="button button-plain button-icon"
        aria-label={m.removeLine(label)}
        title={m.removeLine(label)}
        onClick={onRemove}
      >
        <Icon name="remove" />
      </button>
      <Below id={id} problem={problem} />
    </div>
  );
}
