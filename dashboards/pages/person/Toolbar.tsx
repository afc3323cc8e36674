import type { FilterColumn } from '../../components/columns.js';
import { Filters } from '../../components/Filters.js';
import type { Option } from '../../components/filter_kinds.js';
import { SearchField } from '../../components/SearchField.js';
import { useAddress } from '../../components/useAddress.js';
import { textsOf } from '../../i18n/events.js';
import type { FILTERS } from './asked.js';
import { DayJump } from './DayJump.js';
import { type Words, words } from './words.js';

interface ToolbarProps {
  /** What was searched for. */
  search: string;
  day: string;
  /** Types that the reader has seen: those of the owner's own are known from nowhere else. */
  types: readonly string[];
}

/** What of a timeline is shown, in the address: filters, a day to begin with, words to look for. */
export function Toolbar({ search, day, types }: ToolbarProps) {
  const m = words.value;
  const { replace } = useAddress();
  return (
    <div class="timeline-bar">
      <Filters columns={columnsOf(m, types)} />
      <DayJump day={day} />
      <SearchField
        value={search}
        label={m.timeline.search}
        onSearch={(text) => replace((next) => (text ? next.set('search', text) : next.delete('search')))}
      />
    </div>
  );
}

function columnsOf(m: Words, types: readonly string[]): FilterColumn[] {
  const all = [...new Set([...Object.keys(m.events), ...types])];
  const options = all.map((type): Option => [type, textsOf(type, m)?.label ?? type]);
  const filters: Record<(typeof FILTERS)[number], Omit<FilterColumn, 'name'>> = {
    type: { title: m.timeline.type, filter: { kind: 'choice', options } },
    campaign: { title: m.timeline.campaign, filter: { kind: 'text' } },
    source: { title: m.timeline.source, filter: { kind: 'text' } },
    url: { title: m.timeline.page, filter: { kind: 'text' } },
  };
  return Object.entries(filters).map(([name, column]) => ({ name, ...column }));
}
