import type { Lead } from '../../api.js';
import { ContactDialog } from '../../people/acts/ContactDialog.js';
import { OwnerDialog } from '../../people/acts/OwnerDialog.js';
import { StatusDialog } from '../../people/acts/StatusDialog.js';
import { texts as actTexts } from '../../people/acts/texts.js';
import type { Channel } from '../../people/acts/whom.js';
import { shortName } from '../../people/short_name.js';
import { texts } from './texts.js';

type Act = Channel | 'status' | 'owner';

/** What is being done with those that are selected. */
export interface Acting {
  act: Act;
  rows: readonly Lead[];
  /** Selects nobody any more. */
  clear: () => void;
}

interface SelectedActsProps {
  rows: readonly Lead[];
  onAct: (act: Act) => void;
  onJoin: (one: Lead, other: Lead) => void;
}

/** What can be done with those that are selected: a contact is with one, two can be joined. */
export function SelectedActs({ rows, onAct, onJoin }: SelectedActsProps) {
  const m = actTexts.value;
  const [one, other, ...more] = rows;
  const button = (act: Act, text: string) => (
    <button type="button" class="button" onClick={() => onAct(act)}>
      {text}
    </button>
  );
  return (
    <>
      {!other && button('call', m.channels.call)}
      {!other && button('note', m.channels.note)}
      {button('owner', m.owner.action)}
      {button('status', m.status.action)}
      {one && other && more.length === 0 && (
        <button type="button" class="button" onClick={() => onJoin(one, other)}>
          {texts.value.join}
        </button>
      )}
    </>
  );
}

/** The dialog of an act. */
export function ActDialog({ act, rows, clear, onClose }: Acting & { onClose: () => void }) {
  const [one, ...others] = rows;
  if (!one) return null;
  const name = others.length > 0 ? texts.value.count(rows.length) : shortName(one);
  if (act === 'owner') return <OwnerDialog people={rows} name={name} onClose={onClose} onDone={clear} />;
  if (act === 'status') return <StatusDialog people={rows} name={name} onClose={onClose} onDone={clear} />;
  return <ContactDialog channel={act} whom={{ id: one.person_id, name }} onClose={onClose} />;
}
