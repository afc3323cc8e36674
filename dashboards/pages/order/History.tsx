import { useRef } from 'preact/hooks';
import { askList, type TimelineEvent } from '../../api.js';
import { ErrorNotice, Skeleton } from '../../components/Notice.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useSite } from '../../components/site.js';
import { Timeline } from '../../components/Timeline.js';
import { useLiveList } from '../../live/use.js';
import type { Order } from '../../orders/acts/order.js';
import { shortName } from '../../people/short_name.js';
import { entriesOf } from '../person/group.js';
import { momentOf } from '../person/moment.js';
import { useWholes } from '../person/useWholes.js';
import { WholesOf } from '../person/whole.js';
import { texts } from './texts.js';

const PAGE_ROWS = 50;

interface HistoryProps {
  order: Order;
  ownerName: (owner: string) => string;
}

/** What happened to an order, newest first, as its buyer's timeline tells it. */
export function History({ order, ownerName }: HistoryProps) {
  const { order_id, person_id } = order;
  const whom = { id: person_id, name: shortName({ ...order, phone: '', customers: [] }) };
  const m = texts.value;
  const { site } = useSite();
  const region = useRef<HTMLElement>(null);
  const asked = new URLSearchParams({ person: person_id, order_id });
  const list = useLiveList<TimelineEvent>({
    key: `timeline ${site.id} ${asked}`,
    of: ['timeline'],
    idOf: ({ event_id }) => event_id,
    load: (cursor, signal) => askList('timeline', site.id, asked, { limit: PAGE_ROWS, cursor }, signal),
  });
  const wholes = useWholes(person_id);
  const { rows, error, retry, fresh } = list;
  return (
    <section ref={region} tabIndex={-1} class="order-part" aria-labelledby="history">
      <h2 id="history">{m.history}</h2>
      {!rows && (error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton lines={3} />)}
      {rows && rows.length > 0 && (
        <div class="card">
          <WholesOf.Provider value={wholes}>
            <Timeline
              label={m.history}
              entries={entriesOf(wholes.put(rows), site.timeZone).map((entry) =>
                momentOf(entry, ownerName, fresh, whom),
              )}
            />
          </WholesOf.Provider>
        </div>
      )}
      <ShowMore list={list} focusAfter={() => region.current} />
    </section>
  );
}
