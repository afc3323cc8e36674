import { Confirm } from '../../../components/Confirm.js';
import { ErrorNotice, Skeleton } from '../../../components/Notice.js';
import { useSite } from '../../../components/site.js';
import { toast } from '../../../components/toast.js';
import { useLiveRecord } from '../../../live/use.js';
import type { Said } from '../../../people/claims.js';
import { ifSeparated, joinPeople, separatePeople } from '../../../people/decide.js';
import { Sides } from '../../../people/Sides.js';
import type { Identifier } from './said.js';
import { texts } from './texts.js';

interface SeparateDialogProps {
  chosen: Identifier;
  /** The id from which it is separated. */
  partner: string;
  said: readonly Said[];
  onDecided: (person: string) => void;
  onClose: () => void;
}

/** What goes and what stays, before one person becomes two. */
export function SeparateDialog({ chosen, partner, said, onDecided, onClose }: SeparateDialogProps) {
  const m = texts.value;
  const { site } = useSite();
  const { record, error, retry } = useLiveRecord(
    `separate ${site.id} ${partner} ${chosen.id}`,
    ['person'],
    (signal) => ifSeparated(site.id, partner, chosen.id, signal),
  );

  async function run() {
    const [person, other] = await separatePeople(site.id, partner, chosen.id);
    toast(m.separated(`\u2068${chosen.value.slice(0, 60)}\u2069`), {
      undo: async () => onDecided(await joinPeople(site.id, person, other)),
    });
    onClose();
    onDecided(person);
  }

  return (
    <Confirm title={m.separateTitle} action={m.separate} canUndo run={run} onClose={onClose}>
      <p>{m.separateText}</p>
      {record && (
        <Sides
          isNamed
          heads={[m.goes, m.stays]}
          sides={[record.other, record.person].map((person) => person && { person, said })}
        />
      )}
      {!record && (error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton lines={6} />)}
    </Confirm>
  );
}
