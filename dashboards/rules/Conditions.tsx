import '../components/chips.css';
import { FilterSentence } from '../components/Filters.js';
import { filtersIn } from '../components/filter_address.js';
import { UserText } from '../components/Text.js';
import { texts } from './texts.js';
import { useLeadFilters } from './useLeadFilters.js';

/** Whom a rule is for, in sentences. */
export function Conditions({ filters }: { filters: string }) {
  const columns = useLeadFilters();
  const all = filtersIn(
    new URLSearchParams(filters),
    columns.map(({ name }) => name),
  );
  // Some can be set by the API alone: a rule that has any is not for everybody.
  const others = [...new URLSearchParams(filters)].filter(
    ([key]) => !columns.some(({ name }) => name === key.replace(/[<>!~]$/, '')),
  );
  if (all.length + others.length === 0) return <span class="chip">{texts.value.everybody}</span>;
  return (
    <>
      {all.map((filter) => (
        <span key={filter.column + filter.operator} class="chip">
          <span>
            <FilterSentence filter={filter} columns={columns} />
          </span>
        </span>
      ))}
      {others.map(([key, value]) => (
        <span key={key + value} class="chip">
          <UserText>{`${key}=${value}`}</UserText>
        </span>
      ))}
    </>
  );
}
