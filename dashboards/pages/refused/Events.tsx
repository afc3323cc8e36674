import { usePageTitle } from '../../components/page.js';
import { useFormat } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { QueryList } from '../../lists/QueryList.js';
import { texts } from './texts.js';

/** The single events that were refused for a reason. */
export function Events({ reason }: { reason: string }) {
  const m = texts.value;
  const format = useFormat();
  return (
    <QueryList
      query="rejected_events"
      label={usePageTitle()}
      keyOf={({ rejected_id }) => rejected_id}
      fixed={{ reason }}
      usual={{ column: 'ts', order: 'desc' }}
      search={{ label: m.search, placeholder: m.searchHint }}
      empty={<p role="status">{m.empty}</p>}
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
    />
  );
}
