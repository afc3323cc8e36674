import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { formatTag } from '../i18n/locale.js';
import { amountText, readAmount } from './amount.js';
import { describedBy, FieldFrame, type FieldProps } from './FieldFrame.js';
import { useField } from './form_state.js';
import { sayPlainly } from './TwoValues.js';

/** What is said of what may be typed. */
interface Inputs {
  /** The id of a `datalist` with what is proposed. */
  list?: string;
  autocomplete?: 'off' | 'email' | 'name' | 'tel' | 'url' | 'organization';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'url' | 'email' | 'tel';
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  placeholder?: string;
  required?: boolean;
  spellcheck?: boolean;
}

export function TextField({ name, label, hint, ...input }: FieldProps & Inputs) {
  const id = useId();
  const field = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} field={field}>
      <input
        {...input}
        type="text"
        name={name}
        value={sayPlainly(field.value)}
        onInput={(event) => field.set(event.currentTarget.value)}
        {...describedBy(id, field.problem)}
      />
    </FieldFrame>
  );
}

/** Grows with its text where the browser can (`field-sizing`). */
export function AreaField({
  name,
  label,
  hint,
  rows = 3,
  ...input
}: FieldProps & Pick<Inputs, 'maxLength' | 'required'> & { rows?: number }) {
  const id = useId();
  const field = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} field={field}>
      <textarea
        {...input}
        rows={rows}
        name={name}
        value={sayPlainly(field.value)}
        onInput={(event) => field.set(event.currentTarget.value)}
        {...describedBy(id, field.problem)}
      />
    </FieldFrame>
  );
}

/** A number, or nothing. */
export function NumberField({ name, label, hint, ...input }: FieldProps & Inputs) {
  const id = useId();
  const field = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} field={field}>
      <input
        {...input}
        type="number"
        class="number"
        name={name}
        value={sayPlainly(field.value)}
        onInput={({ currentTarget: { value, valueAsNumber } }) =>
          field.set(value === '' ? undefined : valueAsNumber)
        }
        {...describedBy(id, field.problem)}
      />
    </FieldFrame>
  );
}

/** An amount in major units, typed as the reader writes numbers, kept as records take it: `"1234.50"`. */
export function MoneyField({
  name,
  label,
  hint,
  currency,
  ...input
}: FieldProps & Inputs & { currency: string }) {
  const id = useId();
  const field = useField(name);
  const tag = formatTag.value;
  const typed = useSignal('');
  const value = sayPlainly(field.value);
  const shown = readAmount(typed.value, tag) === value ? typed.value : amountText(value, tag);
  return (
    <FieldFrame id={id} label={label} hint={hint} field={field}>
      <div class="with-unit">
        <input
          {...input}
          type="text"
          inputMode="decimal"
          class="number"
          autocomplete="off"
          name={name}
          value={shown}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            field.set(readAmount(typed.peek(), tag));
          }}
          {...describedBy(id, field.problem)}
        />
        <span class="muted">{currency}</span>
      </div>
    </FieldFrame>
  );
}

/** A day, as `2026-11-20`. */
export const DateField = (props: FieldProps & Inputs) => <PickField {...props} type="date" />;

/** A moment by the site's clock, as `2026-11-20T14:30` (`local_moment.ts`). */
export const MomentField = (props: FieldProps & Inputs) => <PickField {...props} type="datetime-local" />;

function PickField({
  name,
  label,
  hint,
  ...input
}: FieldProps & Inputs & { type: 'date' | 'datetime-local' }) {
  const id = useId();
  const field = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} field={field}>
      <input
        {...input}
        name={name}
        value={sayPlainly(field.value)}
        onInput={(event) => field.set(event.currentTarget.value || undefined)}
        {...describedBy(id, field.problem)}
      />
    </FieldFrame>
  );
}
