import { useRef } from 'preact/hooks';
import type { RejectReason } from '../../../schemas/reasons.js';
import { query as ask, type RejectedEvent } from '../../api.js';
import { useKeptFocus, useNarrow } from '../../components/hooks.js';
import { NewRows } from '../../components/NewRows.js';
import { EmptyState, ErrorNotice, Skeleton, StaleNotice } from '../../components/Notice.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useFormat, useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { useLiveList } from '../../live/use.js';
import { isOrigin } from './origins.js';
import { texts } from './texts.js';
import type { Origins } from './useOrigins.js';

const PAGE_ROWS = 20;

/** Why events were refused, in words, with what can be done about it at hand. */
export function Refused({ origins, mayChange, add }: Origins) {
  const { site } = useSite();
  const m = texts.value;
  const region = useRef<HTMLElement>(null);
  const narrow = useNarrow();
  const list = useLiveList<RejectedEvent>({
    key: `rejected_events ${site.id}`,
    of: ['rejected_events'],
    idOf: (row) => row.rejected_id,
    load: (cursor, signal) => ask('rejected_events', { site: site.id, limit: PAGE_ROWS, cursor }, signal),
  });
  useKeptFocus();
  const { rows, error } = list;
  const View = narrow ? Cards : Table;
  return (
    <section ref={region} tabIndex={-1} class="card" aria-labelledby="refused">
      <h2 id="refused">{m.refused}</h2>
      <p>{m.refusedIntro}</p>
      <NewRows list={list} focusAfter={() => region.current} />
      {error && rows && <StaleNotice error={error} />}
      {!rows && (error ? <ErrorNotice error={error} retry={list.retry} /> : <Skeleton lines={3} />)}
      {rows?.length === 0 && <EmptyState>{m.refusedEmpty}</EmptyState>}
      {rows && rows.length > 0 && <View rows={rows} origins={origins} mayChange={mayChange} add={add} />}
      <ShowMore list={list} focusAfter={() => region.current} />
    </section>
  );
}

interface RowsProps extends Pick<Origins, 'origins' | 'mayChange' | 'add'> {
  rows: RejectedEvent[];
}

function Table({ rows, ...origins }: RowsProps) {
  const { refused, columns } = texts.value;
  const format = useFormat();
  return (
    <table class="refused">
      <caption class="hidden-text">{refused}</caption>
      <thead>
        <tr>
          <th scope="col" class="column-time">
            {columns.when}
          </th>
          <th scope="col">{columns.reason}</th>
          <th scope="col" class="column-event">
            {columns.event}
          </th>
          <th scope="col" class="column-origin">
            {columns.origin}
          </th>
          <th scope="col" class="column-count">
            {columns.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.rejected_id}>
            <td>
              <Ago ts={row.ts} />
            </td>
            <td>
              <Reason row={row} {...origins} />
            </td>
            <td>
              <UserText>{row.type}</UserText>
            </td>
            <td>
              <UserText>{row.origin}</UserText>
            </td>
            <td>{format.number(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows, ...origins }: RowsProps) {
  const { refused, columns } = texts.value;
  const format = useFormat();
  return (
    <ul class="refused-cards" aria-label={refused}>
      {rows.map((row) => (
        <li key={row.rejected_id} class="refused-card">
          <Reason row={row} {...origins} />
          <p class="muted small lead-end">
            {row.type && (
              <span>
                {columns.event}: <UserText>{row.type}</UserText>
              </span>
            )}
            {row.origin && (
              <span>
                {columns.origin}: <UserText>{row.origin}</UserText>
              </span>
            )}
            {row.count > 1 && (
              <span>
                {columns.count}: {format.number(row.count)}
              </span>
            )}
            <Ago ts={row.ts} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The code in our words; what exactly the collector stumbled over is for those who build the site. */
function Reason({ row, origins, mayChange, add }: { row: RejectedEvent } & Omit<RowsProps, 'rows'>) {
  const m = texts.value;
  const words: Partial<Record<string, string>> = m.reasons;
  const ofOrigin = row.reason === ('origin_not_allowed' satisfies RejectReason);
  return (
    <>
      <p>{words[row.reason] ?? <UserText>{row.reason}</UserText>}</p>
      {row.message && !ofOrigin && (
        <p class="muted small">
          {m.technical(
            <span lang="en">
              <UserText>{row.message}</UserText>
            </span>,
          )}
        </p>
      )}
      {/* Anybody can send anything as their origin: what is allowed with one click is what the reader sees. */}
      {mayChange && ofOrigin && isOrigin(row.origin) && !origins.includes(row.origin) && (
        <button type="button" class="button button-small" onClick={() => add(row.origin)}>
          {m.allow(row.origin)}
        </button>
      )}
    </>
  );
}
