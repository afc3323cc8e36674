import type { ComponentChildren } from 'preact';
import { Below } from './Field.js';
import type { useField } from './form_state.js';
import { TwoValues } from './TwoValues.js';

export interface FieldProps {
  /** Of the value: `name`, `attributes.0.name`. */
  name: string;
  label: string;
  hint?: string | undefined;
}

interface FrameProps extends Omit<FieldProps, 'name'> {
  id: string;
  field: ReturnType<typeof useField>;
  say?: (value: unknown) => string;
  children: ComponentChildren;
}

/** A control with its label, what is wrong with it, and what somebody else has made of it. */
export function FieldFrame({ id, label, hint, field, say, children }: FrameProps) {
  return (
    <div class="form-field">
      <label class="field" for={id}>
        <span>{label}</span>
      </label>
      {children}
      <TwoValues label={label} field={field} say={say} />
      <Below id={id} hint={hint} problem={field.problem} />
    </div>
  );
}

/** What ties a control to its label and to what is said below it. */
export const describedBy = (id: string, problem: string | undefined) => ({
  id,
  'aria-invalid': problem !== undefined,
  'aria-describedby': `${id}-problem ${id}-hint`,
});
