import { useSignal } from '@preact/signals';
import { mayWriteAt } from '../../access.js';
import type { TimelineEvent } from '../../api.js';
import { useSite } from '../../components/site.js';
import { ContactDialog } from '../../people/acts/ContactDialog.js';
import type { Channel, Whom } from '../../people/acts/whom.js';
import { me } from '../../session.js';
import { words } from './words.js';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Corrects a contact that a rep logged; what was told before stays on the timeline. */
export function Correct({ event, whom }: { event: TimelineEvent; whom: Whom }) {
  const { correct: m } = words.value;
  const { site } = useSite();
  const isOpen = useSignal(false);
  if (event.type !== 'contact_logged' || event.retracted_at > 0) return null;
  if (!mayWriteAt(me.value?.access ?? [], site.id)) return null;
  const { props, fields } = event;
  return (
    <p>
      <button
        type="button"
        class="button-link"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {m.action}
      </button>
      {isOpen.value && (
        <ContactDialog
          channel={(text(props.channel) || 'note') as Channel}
          whom={whom}
          logged={{
            id: event.event_id,
            ts: event.took_place_at || event.ts,
            direction: text(props.direction),
            minutes: typeof props.durationMinutes === 'number' ? props.durationMinutes : undefined,
            outcome: fields.outcome?.[0] ?? '',
            notes: event.message,
          }}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </p>
  );
}
