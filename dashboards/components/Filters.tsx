import './Filters.css';
import './chips.css';
import { Fragment } from 'preact';
import { formatTag } from '../i18n/locale.js';
import type { FilterColumn } from './columns.js';
import { FilterEditor } from './FilterEditor.js';
import { type Filter, filtersIn, removeFilter, setFilter } from './filter_address.js';
import { Icon } from './Icon.js';
import { Popover } from './Popover.js';
import { sayFilter, sayValue } from './say_filter.js';
import { useFormat } from './site.js';
import { UserText } from './Text.js';
import { texts } from './texts.js';
import { type Address, useAddress } from './useAddress.js';

interface FiltersProps {
  /** Those with a `filter` can be filtered by. */
  columns: readonly FilterColumn[];
}

/** What a list is filtered by, as sentences in the address: each can be changed and removed, others added. */
export const Filters = ({ columns }: FiltersProps) => <FilterChips columns={columns} {...useAddress()} />;

/** The same of any address. */
export function FilterChips({ columns, search, change }: FiltersProps & Pick<Address, 'search' | 'change'>) {
  const m = texts.value.filters;
  const known = columns.filter(({ filter }) => filter);
  const filters = filtersIn(
    search,
    known.map(({ name }) => name),
  );
  return (
    <>
      {filters.map((filter) => (
        <Chip
          key={filter.column + filter.operator}
          filter={filter}
          columns={known}
          onChange={(next) => change((address) => setFilter(address, next, filter))}
          onRemove={() => change((address) => removeFilter(address, filter))}
        />
      ))}
      <Popover class="chip chip-add" label={m.add} button={`+ ${m.add}`}>
        {(close) => (
          <FilterEditor
            columns={known.filter(({ isUnoffered }) => !isUnoffered)}
            onApply={(next) => {
              change((address) => setFilter(address, next));
              close();
            }}
          />
        )}
      </Popover>
    </>
  );
}

interface ChipProps {
  filter: Filter;
  columns: readonly FilterColumn[];
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

function Chip({ filter, columns, onChange, onRemove }: ChipProps) {
  const m = texts.value.filters;
  const format = useFormat();
  const column = columns.find(({ name }) => name === filter.column);
  const told = filter.values.map((value) => sayValue(value, column?.filter, m, format));
  const plain = `${column?.title ?? filter.column} ${told.join(', ')}`;
  const sentence = <FilterSentence filter={filter} columns={columns} />;
  return (
    <span class="chip-pair">
      {column ? (
        <Popover class="chip" label={m.edit(plain)} button={<span>{sentence}</span>}>
          {(close) => (
            <FilterEditor
              columns={columns}
              filter={filter}
              onApply={(next) => {
                onChange(next);
                close();
              }}
            />
          )}
        </Popover>
      ) : (
        <span class="chip">{sentence}</span>
      )}
      <button
        type="button"
        class="chip-remove"
        aria-label={m.remove(plain)}
        title={m.remove(plain)}
        onClick={onRemove}
      >
        <Icon name="remove" />
      </button>
    </span>
  );
}

/** "Country is Spain or Ireland". */
export function FilterSentence({ filter, columns }: Pick<ChipProps, 'filter' | 'columns'>) {
  const m = texts.value.filters;
  const format = useFormat();
  const column = columns.find(({ name }) => name === filter.column);
  const kind = column?.filter;
  const told = filter.values.map((value) => sayValue(value, kind, m, format));
  const title = <UserText>{column?.title ?? filter.column}</UserText>;
  return <>{sayFilter(filter, { title, kind, values: <Alternatives values={told} />, m })}</>;
}

/** "Spain or Ireland", as the reader's language joins them. */
function Alternatives({ values }: { values: readonly string[] }) {
  const list = new Intl.ListFormat(formatTag.value, { type: 'disjunction' });
  return (
    <>
      {list.formatToParts(values).map(({ type, value }, index) =>
        type === 'element' ? (
          <strong key={index + value}>
            <UserText>{value}</UserText>
          </strong>
        ) : (
          <Fragment key={index + value}>{value}</Fragment>
        ),
      )}
    </>
  );
}
