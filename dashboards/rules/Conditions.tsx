import '../components/chips.css';
import { FilterSentence } from '../components/Filters.js';
import { filtersIn } from '../components/filter_address.js';
import { texts } from './texts.js';
import { useLeadFilters } from './useLeadFilters.js';

/** Whom a rule is for, in sentences. */
export function Conditions({ filters }: { filters: string }) {
  const columns = useLeadFilters();
  const all = filtersIn(
    new URLSearchParams(filters),
    columns.map(({ name }) => name),
  );
  if (all.length === 0) return <span class="chip">{texts.value.everybody}</span>;
  return (
    <>
      {all.map((filter) => (
        <span key={filter.column + filter.operator} class="chip">
          <span>
            <FilterSentence filter={filter} columns={columns} />
          </span>
        </span>
      ))}
    </>
  );
}
