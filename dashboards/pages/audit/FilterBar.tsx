import type { Filters } from './data.js';
import { texts } from './texts.js';
import type { useNames } from './useNames.js';

interface FilterBarProps extends Pick<ReturnType<typeof useNames>, 'users' | 'keys'> {
  filters: Filters;
  onChange: (filters: Partial<Filters>) => void;
}

export function FilterBar({ filters, users, keys, onChange }: FilterBarProps) {
  const m = texts.value;
  const people = [
    ['owner', m.adminKey],
    ...users.map(({ id, name }) => [`user:${id}`, name]),
    ...keys.map(({ id, name }) => [`key:${id}`, m.key(name)]),
    ['leadline', 'Leadline'],
  ] as [string, string][];
  const targets = Object.entries({ ...m.targets, ...m.lists }).sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <fieldset class="filters">
      <legend class="hidden-text">{m.filters}</legend>
      <Select
        label={m.who}
        all={m.anybody}
        options={people}
        value={filters.by}
        onChange={(by) => onChange({ by })}
      />
      <Select
        label={m.action}
        all={m.anything}
        options={Object.entries(m.actions)}
        value={filters.action}
        onChange={(action) => onChange({ action })}
      />
      <Select
        label={m.target}
        all={m.anything}
        options={targets}
        value={filters.target}
        onChange={(target) => onChange({ target })}
      />
      <Day label={m.from} value={filters.from} onChange={(from) => onChange({ from })} />
      <Day label={m.to} value={filters.to} onChange={(to) => onChange({ to })} />
    </fieldset>
  );
}

interface SelectProps {
  label: string;
  /** What no choice means. */
  all: string;
  options: [value: string, text: string][];
  value: string;
  onChange: (value: string) => void;
}

function Select({ label, all, options, value, onChange }: SelectProps) {
  // What the address names stays chosen, even where we have no word for it.
  const known = options.some(([one]) => one === value) || !value;
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {!known && <option value={value}>{value}</option>}
        {options.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ label, value, onChange }: Pick<SelectProps, 'label' | 'value' | 'onChange'>) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
