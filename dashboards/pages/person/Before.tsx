import type { TimelineEvent } from '../../api.js';
import { useFormat } from '../../components/site.js';
import { Details } from './Details.js';
import type { OwnerName } from './sentence.js';
import { words } from './words.js';

/** A contact as it was told once. */
interface Told extends Pick<TimelineEvent, 'props' | 'fields' | 'message'> {
  told_at: number;
  took_place_at: number;
}

/** What a contact was told to be before it was corrected, the first first: when, by whom, and what. */
export function Before({ event, ownerName }: { event: TimelineEvent; ownerName: OwnerName }) {
  const { correct: m } = words.value;
  const format = useFormat();
  const told = Array.isArray(event.history) ? (event.history as Told[]) : [];
  if (told.length === 0) return null;
  return (
    <details>
      <summary>{m.before(told.length)}</summary>
      <ol class="told-before">
        {told.map(({ told_at, took_place_at, props, fields, message }) => (
          <li key={told_at}>
            <p class="muted small">
              {m.toldOn(format.shortDateTime(told_at))}
              {took_place_at !== told_at && ` · ${m.tookPlace(format.shortDateTime(took_place_at))}`}
            </p>
            <Details
              event={{ ...event, props, fields, message, step_at: 0, cut: {} }}
              ownerName={ownerName}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
