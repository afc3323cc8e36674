import { useSignal } from '@preact/signals';
import { mayWriteAt } from '../../access.js';
import type { TimelineEvent } from '../../api.js';
import { Confirm } from '../../components/Confirm.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { retract } from '../../people/acts/data.js';
import type { Whom } from '../../people/acts/whom.js';
import { me } from '../../session.js';
import { isRetractable } from './retractable.js';
import { words } from './words.js';

/** Takes back what a rep wrote of the person; what was taken back can count again. */
export function Retract({ event, whom }: { event: TimelineEvent; whom: Whom }) {
  const { retract: m } = words.value;
  const { site } = useSite();
  const isAsked = useSignal(false);
  if (!isRetractable(event) || !mayWriteAt(me.value?.access ?? [], site.id)) return null;
  const send = (restored: boolean) => retract(site.id, event.told_of || whom.id, event.event_id, restored);
  const close = () => {
    isAsked.value = false;
  };
  return (
    <p>
      <button
        type="button"
        class="button-link"
        onClick={() => {
          isAsked.value = true;
        }}
      >
        {m.action}
      </button>
      {isAsked.value && (
        <Confirm
          title={m.title}
          action={m.action}
          canUndo
          run={async () => {
            await send(false);
            close();
            toast(m.done, { undo: () => send(true) });
          }}
          onClose={close}
        >
          <p>{m.explained}</p>
        </Confirm>
      )}
    </p>
  );
}
