import { useSignal } from '@preact/signals';
import { useFormat } from '../../components/site.js';
import { Timeline, type TimelineEntry } from '../../components/Timeline.js';
import { VirtualList } from '../../components/VirtualList.js';
import { now } from '../../now.js';
import { texts } from './texts.js';

const MINUTE_MS = 60_000;
const ROWS = 10_000;

export function ListsPart() {
  const m = texts.value;
  const format = useFormat();
  const first = useSignal(0);
  const rows = Array.from({ length: ROWS - first.value }, (_, index) => first.value + index);
  return (
    <>
      <div class="card">
        <Timeline label={m.timeline.label} entries={entriesOf(now.value)} />
      </div>
      <div class="section-head">
        <h3>{m.long}</h3>
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            first.value -= 10;
          }}
        >
          {m.above}
        </button>
      </div>
      <div class="card">
        <VirtualList label={m.long} rows={rows} keyOf={String} estimate={() => 40} height="20rem">
          {(row) => (
            <p class="design-row">
              {m.row(format.number(row))}
              {row % 7 === 0 && (
                <span class="muted"> {m.timeline.quote.repeat(1 + (Math.abs(row) % 5))}</span>
              )}
            </p>
          )}
        </VirtualList>
      </div>
    </>
  );
}

function entriesOf(ts: number): TimelineEntry[] {
  const m = texts.value.timeline;
  const ago = (minutes: number) => ts - minutes * MINUTE_MS;
  const pages = ['/prices', '/service', '/machines/pico', '/'];
  return [
    {
      key: 'call',
      ts: ago(4),
      icon: 'phone',
      tone: 'call',
      sentence: (
        <>
          <strong>Tomás</strong> {m.called}
        </>
      ),
      details: m.quote,
    },
    {
      key: 'visit',
      ts: ago(32),
      icon: 'page',
      sentence: m.visit,
      inside: pages.map((page, index) => ({
        key: page,
        ts: ago(32 + index),
        icon: 'page',
        sentence: m.viewed(page),
      })),
    },
    {
      key: 'order',
      ts: ago(2 * 24 * 60),
      icon: 'order',
      tone: 'good',
      sentence: <strong>{m.bought}</strong>,
      details: m.paid,
    },
    {
      key: 'bot',
      ts: ago(2 * 24 * 60 + 12),
      icon: 'mail',
      tone: 'faint',
      sentence: m.fetched,
      details: m.bot,
    },
    {
      key: 'form',
      ts: ago(17 * 24 * 60),
      icon: 'form',
      tone: 'strong',
      sentence: <strong>{m.became}</strong>,
    },
    { key: 'own', ts: ago(17 * 24 * 60 + 9), icon: 'event', sentence: m.own },
  ];
}
