import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { QueryName, QueryRow } from '../../schemas/api.js';
import { askList, listPath } from '../api.js';
import { askedIn, isNarrowed } from '../components/asked.js';
import { type Column, type FilterColumn, useColumns } from '../components/columns.js';
import { DataTable, type DataTableProps } from '../components/DataTable.js';
import { Filters } from '../components/Filters.js';
import { NewRows } from '../components/NewRows.js';
import { NothingFound } from '../components/NothingFound.js';
import { SearchField } from '../components/SearchField.js';
import { ShowMore } from '../components/ShowMore.js';
import { useSite } from '../components/site.js';
import type { Sort } from '../components/sorting.js';
import { useAddress, useSort } from '../components/useAddress.js';
import { useLiveList } from '../live/use.js';
import { useColumnsPlace, useStanding } from './useColumnsPlace.js';
import { useViews } from './useViews.js';
import { ViewsMenu } from './ViewsMenu.js';

const PAGE_ROWS = 50;

interface QueryListProps<Name extends QueryName>
  extends Pick<
    DataTableProps<QueryRow<Name>>,
    'label' | 'keyOf' | 'href' | 'selection' | 'actions' | 'actionsWidth'
  > {
  query: Name;
  columns: readonly Column<QueryRow<Name>>[];
  /** What it can be filtered by beside its columns. */
  filters?: readonly FilterColumn[];
  /** How it is sorted where the address does not say it. */
  usual: Sort;
  /** What the field that searches it is called, and what stands in it. */
  search: { label: string; placeholder?: string };
  /** Filters that the page sets, whatever the address says. */
  fixed?: Readonly<Record<string, string>>;
  /** The heading of the page, which then has the search beside it. */
  heading?: ComponentChildren;
  /** Beside the heading: how many are found, in words. */
  count?: (total: number) => string;
  /** Views of it can be saved: of the page at `page`, which is called `all` with nothing chosen. */
  views?: { page: string; all: string };
  /** In place of all of it where there is nothing yet, searched or not. */
  empty: ComponentChildren;
  /** What is said where nothing is what the reader looks for; the usual sentence where left out. */
  nothing?: string;
  /** Of an empty list that has rows by now. */
  onFresh?: (rows: QueryRow<Name>[]) => void;
}

/**
 * The list of a named query as a page has it: search, filters, order and columns in its address, live, with everything
 * found as a file. A page adds its columns and its words.
 */
export function QueryList<Name extends QueryName>(props: QueryListProps<Name>) {
  const { query, columns, filters = [], usual, fixed = {}, heading, count, empty, keyOf, onFresh } = props;
  const { site } = useSite();
  const { search, change, replace } = useAddress();
  const { sort, onSort } = useSort(usual);
  const region = useRef<HTMLElement>(null);
  const filterable = [...columns, ...filters];
  const names = filterable.map(({ name }) => name);
  const asked = askedIn(search, names);
  for (const [name, value] of Object.entries(fixed)) asked.set(name, value);
  const list = useLiveList<QueryRow<Name>>({
    key: `${query} ${site.id} ${asked}`,
    of: [query],
    idOf: keyOf,
    load: (cursor, signal) => askList(query, site.id, asked, { limit: PAGE_ROWS, cursor }, signal),
    ...(onFresh && { onFresh }),
  });
  const { rows, error } = list;
  const views = useViews(props.views?.page);
  const { chosen } = views;
  const name = chosen ? `${query} ${chosen.id}` : query;
  const columnsPlace = useColumnsPlace();
  const { shown, isChanged, reset } = useColumns(name, columns, chosen?.columns, columnsPlace);
  useStanding(columnsPlace, isChanged ? shown.map(({ name }) => name) : undefined);
  const total = list.total ?? (list.hasMore ? undefined : rows?.length);
  const words = (asked.get('search') ?? '').trim();
  const isAsked = isNarrowed(askedIn(search, names));
  if (rows?.length === 0 && !isAsked)
    return (
      <>
        {heading && <div class="page-head">{heading}</div>}
        {empty}
      </>
    );

  const field = (
    <SearchField
      key={site.id}
      value={words}
      {...props.search}
      onSearch={(text) => replace((next) => (text ? next.set('search', text) : next.delete('search')))}
    />
  );
  return (
    <>
      {heading && (
        <div class="page-head">
          {heading}
          {count && total !== undefined && <p class="muted page-count">{count(total)}</p>}
          {field}
        </div>
      )}
      <section ref={region} tabIndex={-1} aria-label={props.label}>
        <NewRows list={list} focusAfter={() => region.current} />
        <DataTable
          {...props}
          name={name}
          usualColumns={chosen?.columns}
          columnsPlace={columnsPlace}
          rows={rows}
          sort={sort}
          onSort={onSort}
          csv={{ path: listPath(query, site.id, asked), file: `${query}-${site.id}` }}
          total={total}
          fresh={list.fresh}
          error={error}
          retry={list.retry}
          empty={
            <NothingFound
              words={words}
              clear={() =>
                change((next) => [...askedIn(next, names).keys()].map((name) => next.delete(name)))
              }
            >
              {props.nothing}
            </NothingFound>
          }
        >
          {!heading && field}
          {props.views && (
            <ViewsMenu
              {...props.views}
              views={views}
              shown={{
                address: askedIn(search, names).toString(),
                columns: isChanged || chosen?.columns ? shown.map(({ name }) => name) : undefined,
              }}
              hasOwnColumns={isChanged}
              onColumnsSaved={reset}
            />
          )}
          {filterable.some(({ filter }) => filter) && (
            <Filters columns={filterable.filter(({ name }) => !Object.hasOwn(fixed, name))} />
          )}
        </DataTable>
        <ShowMore list={list} focusAfter={() => region.current} />
      </section>
    </>
  );
}
