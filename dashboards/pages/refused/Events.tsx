import { useRef } from 'preact/hooks';
import type { QueryParameters } from '../../../schemas/api.js';
import { query, type RejectedEvent } from '../../api.js';
import { DataTable } from '../../components/DataTable.js';
import { NewRows } from '../../components/NewRows.js';
import { usePageTitle } from '../../components/page.js';
import { SearchField } from '../../components/SearchField.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useFormat, useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { useAddress, useSort } from '../../components/useAddress.js';
import { useLiveList } from '../../live/use.js';
import { texts } from './texts.js';

const PAGE_ROWS = 50;

/** The single events that were refused for a reason. */
export function Events({ reason }: { reason: string }) {
  const m = texts.value;
  const title = usePageTitle();
  const format = useFormat();
  const { site } = useSite();
  const region = useRef<HTMLElement>(null);
  const { search: address, change } = useAddress();
  const { sort, onSort } = useSort({ column: 'ts', order: 'desc' });
  const search = address.get('search') ?? '';
  const asked = {
    site: site.id,
    reason,
    // As the address has it: the collector refuses what is no column.
    sort: sort.column as QueryParameters<'rejected_events'>['sort'] & string,
    order: sort.order,
    ...(search && { search }),
  };
  const list = useLiveList<RejectedEvent>({
    key: `rejected_events ${JSON.stringify(asked)}`,
    of: ['rejected_events'],
    idOf: ({ rejected_id }) => rejected_id,
    load: (cursor, signal) => query('rejected_events', { ...asked, limit: PAGE_ROWS, cursor }, signal),
  });
  return (
    <section ref={region} tabIndex={-1} class="card" aria-label={title}>
      <NewRows list={list} focusAfter={() => region.current} />
      <DataTable
        name="rejected_events"
        label={title}
        rows={list.rows}
        error={list.error}
        retry={list.retry}
        keyOf={({ rejected_id }) => rejected_id}
        fresh={list.fresh}
        sort={sort}
        onSort={onSort}
        csv={{
          path: `/v1/query/rejected_events?${new URLSearchParams(asked)}`,
          file: `refused-${site.id}`,
        }}
        empty={<p role="status">{search ? m.noMatch : m.empty}</p>}
        columns={[
          {
            name: 'type',
            title: m.columns.event,
            width: 8,
            sort: 'asc',
            card: 'title',
            cell: ({ type }) => <UserText>{type || '–'}</UserText>,
          },
          {
            name: 'ts',
            title: m.columns.when,
            width: 8,
            sort: 'desc',
            card: 'end',
            cell: ({ ts }) => <Ago ts={ts} />,
          },
          {
            name: 'origin',
            title: m.columns.origin,
            width: 12,
            sort: 'asc',
            cell: ({ origin }) => origin && <UserText>{origin}</UserText>,
          },
          {
            name: 'count',
            title: m.columns.count,
            width: 4,
            align: 'end',
            sort: 'desc',
            cell: ({ count }) => format.number(count),
          },
          {
            name: 'message',
            title: m.columns.message,
            width: 20,
            wraps: true,
            cell: ({ message }) => (
              <span lang="en">
                <UserText>{message}</UserText>
              </span>
            ),
          },
        ]}
      >
        <SearchField
          value={search}
          label={m.search}
          placeholder={m.searchHint}
          onSearch={(text) => change((next) => (text ? next.set('search', text) : next.delete('search')))}
        />
      </DataTable>
      <ShowMore list={list} focusAfter={() => region.current} />
    </section>
  );
}
