import { useId } from 'preact/hooks';
import type { useField } from './form_state.js';
import { UserText } from './Text.js';
import { texts } from './texts.js';

/** A value as it is typed. */
export const sayPlainly = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(sayPlainly).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

interface TwoValuesProps {
  label: string;
  field: Pick<ReturnType<typeof useField>, 'conflict' | 'choose'>;
  say?: ((value: unknown) => string) | undefined;
}

/** Of a field that two editors have changed: what each made of it, and whose holds. */
export function TwoValues({ label, field: { conflict, choose }, say = sayPlainly }: TwoValuesProps) {
  const m = texts.value.form;
  const name = useId();
  if (!conflict) return null;
  const sides = [
    ['mine', m.yours],
    ['theirs', m.theirs],
  ] as const;
  return (
    <fieldset class="two-values">
      <legend>{m.two(label)}</legend>
      {sides.map(([whose, term]) => (
        <label key={whose} class="choice">
          <input
            type="radio"
            name={name}
            checked={conflict.chosen === whose}
            onChange={() => choose(whose)}
          />
          <span>
            <span class="muted">{term}</span> <UserText>{say(conflict[whose]) || m.empty}</UserText>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
