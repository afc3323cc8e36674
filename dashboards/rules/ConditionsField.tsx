import './rules.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Below } from '../components/Field.js';
import { FilterChips } from '../components/Filters.js';
import { useField } from '../components/form_state.js';
import { sayPlainly, TwoValues } from '../components/TwoValues.js';
import { Matching } from './Matching.js';
import { texts } from './texts.js';
import { useLeadFilters } from './useLeadFilters.js';

interface ConditionsFieldProps {
  name: string;
  hint: string;
  /** A column that they may not be about. */
  without?: string;
  /** More that is told of whom they fit, beside how many they are. */
  children?: (filters: string) => ComponentChildren;
}

/** Conditions of a rule, chosen as the filters of a list are, and how many people fit them. */
export function ConditionsField({ name, hint, without, children }: ConditionsFieldProps) {
  const m = texts.value;
  const id = useId();
  const field = useField(name);
  const columns = useLeadFilters().filter((column) => column.name !== without);
  const filters = sayPlainly(field.value);
  return (
    <fieldset
      class="choices"
      aria-describedby={`${id}-problem ${id}-hint`}
      data-field={name}
      data-label={m.conditions}
      data-invalid={field.problem ? '' : undefined}
      tabIndex={-1}
    >
      <legend>{m.conditions}</legend>
      <div class="rule-conditions">
        {filters === '' && <span class="chip">{m.everybody}</span>}
        <FilterChips
          columns={columns}
          search={new URLSearchParams(filters)}
          change={(edit) => {
            const next = new URLSearchParams(filters);
            edit(next);
            field.set(next.toString());
          }}
        />
      </div>
      <TwoValues label={m.conditions} field={field} />
      <Below id={id} hint={hint} problem={field.problem} />
      <Matching filters={filters} say={m.matching} />
      {children?.(filters)}
    </fieldset>
  );
}
