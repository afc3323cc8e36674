import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FilterColumn } from './columns.js';
import type { Filter, Operator } from './filter_address.js';
import type { FilterKind, Option } from './filter_kinds.js';
import { daysAgo, operatorsOf, sayFilter } from './say_filter.js';
import { texts } from './texts.js';

interface FilterEditorProps {
  columns: readonly FilterColumn[];
  /** The one that is changed. */
  filter?: Filter;
  onApply: (filter: Filter) => void;
}

const NONE: FilterKind = { kind: 'text' };

/** Choose a column, how it is compared, and with what. */
export function FilterEditor({ columns, filter, onApply }: FilterEditorProps) {
  const m = texts.value.filters;
  const id = useId();
  const name = useSignal(filter?.column ?? columns[0]?.name ?? '');
  const column = columns.find((one) => one.name === name.value);
  const kind = column?.filter ?? NONE;
  const operators = operatorsOf[kind.kind];
  const operator = useSignal<Operator>(filter?.operator ?? operators[0] ?? '=');
  const values = useSignal<readonly string[]>(filter?.values ?? []);
  // One that the address has and this kind does not offer stays.
  const offered = filter && !operators.includes(operator.value) ? [operator.value, ...operators] : operators;

  function chooseColumn(next: string): void {
    name.value = next;
    operator.value = operatorsOf[columns.find((one) => one.name === next)?.filter?.kind ?? 'text'][0] ?? '=';
    values.value = [];
  }

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        // It may stand in a form, which nobody has sent.
        event.stopPropagation();
        if (values.peek().length > 0)
          onApply({ column: name.peek(), operator: operator.peek(), values: values.peek() });
      }}
    >
      <label class="field" for={`${id}-column`}>
        <span>{m.column}</span>
        <select
          id={`${id}-column`}
          value={name.value}
          onChange={(event) => chooseColumn(event.currentTarget.value)}
        >
          {columns.map((one) => (
            <option key={one.name} value={one.name} selected={one.name === name.value}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <label class="field" for={`${id}-operator`}>
        <span>{m.operator}</span>
        <select
          id={`${id}-operator`}
          value={operator.value}
          onChange={(event) => {
            operator.value = event.currentTarget.value as Operator;
          }}
        >
          {offered.map((one) => (
            <option key={one} value={one} selected={one === operator.value}>
              {sayFilter({ column: '', operator: one, values: [] }, { title: '…', kind, values: '…', m })}
            </option>
          ))}
        </select>
      </label>
      <ValueInput
        key={name.value}
        kind={kind}
        label={m.value}
        values={values.value}
        onChange={(next) => {
          values.value = next;
        }}
      />
      <button type="submit" class="button button-main" aria-disabled={values.value.length === 0}>
        {m.apply}
      </button>
    </form>
  );
}

interface ValueInputProps {
  kind: FilterKind;
  label: string;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

function ValueInput({ kind, label, values, onChange }: ValueInputProps) {
  const m = texts.value.filters;
  const id = useId();
  if (kind.kind === 'choice')
    return <Boxes label={label} options={kind.options} values={values} onChange={onChange} />;
  if (kind.kind === 'person')
    return (
      <Boxes label={label} options={[['', m.nobody], ...kind.options]} values={values} onChange={onChange} />
    );
  const input = {
    id,
    value: values[0] ?? '',
    autocomplete: 'off',
    onInput: (event: InputEvent) => {
      const { value } = event.currentTarget as HTMLInputElement;
      onChange(value ? [value] : []);
    },
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind.kind === 'date' && (
        <>
          <input type="date" {...input} />
          <label for={`${id}-days`}>{m.orDaysAgo}</label>
          <input
            id={`${id}-days`}
            type="number"
            min={0}
            max={9999}
            value={daysAgo(values[0] ?? '')}
            onInput={({ currentTarget: { value } }) => onChange(value ? [`-${value}d`] : [])}
          />
        </>
      )}
      {kind.kind === 'number' && <input type="number" step="any" {...input} />}
      {kind.kind === 'text' && <input type="text" {...input} />}
    </div>
  );
}

interface BoxesProps extends Omit<ValueInputProps, 'kind'> {
  options: readonly Option[];
}

/** Any of several, in the order in which they are offered; what the address has and nobody offers stays. */
function Boxes({ label, options, values, onChange }: BoxesProps) {
  const unknown = values.filter((value) => !options.some(([one]) => one === value));
  const all: Option[] = [...options, ...unknown.map((value): Option => [value, value])];
  return (
    <fieldset class="choices filter-boxes">
      <legend>{label}</legend>
      {all.map(([value, text]) => (
        <label key={value} class="choice">
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(
                all.map(([one]) => one).filter((one) => (one === value ? checked : values.includes(one))),
              )
            }
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
