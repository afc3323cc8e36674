import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.js';

interface Around {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
}

type FieldProps = Around & InputHTMLAttributes & { name: string };

/** A text field with its label, a hint below it, and what is wrong with it. */
export function Field({ label, hint, problem, ...input }: FieldProps) {
  const id = useId();
  return (
    <div class="form-field">
      <label class="field">
        <span>{label}</span>
        <input
          type="text"
          {...input}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem ${id}-hint`}
        />
      </label>
      <Below id={id} hint={hint} problem={problem} />
    </div>
  );
}

type SelectProps = Around & {
  name: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  /** The options. */
  children: ComponentChildren;
};

export function SelectField({ label, hint, problem, onChange, children, ...select }: SelectProps) {
  const id = useId();
  return (
    <div class="form-field">
      <label class="field">
        <span>{label}</span>
        <select
          {...select}
          onChange={(event) => onChange?.(event.currentTarget.value)}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem ${id}-hint`}
        >
          {children}
        </select>
      </label>
      <Below id={id} hint={hint} problem={problem} />
    </div>
  );
}

/** What stands below a field, named for its `aria-describedby`: `<id>-problem <id>-hint`. */
export function Below({ id, hint, problem }: { id: string } & Omit<Around, 'label'>) {
  return (
    <>
      <p id={`${id}-problem`} class="problem">
        {problem && (
          <>
            <Icon name="alert" />
            {problem}
          </>
        )}
      </p>
      {hint && (
        <p id={`${id}-hint`} class="muted small">
          {hint}
        </p>
      )}
    </>
  );
}
