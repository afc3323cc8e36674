import { Confirm } from '../../../components/Confirm.js';
import { useSite } from '../../../components/site.js';
import { toast } from '../../../components/toast.js';
import { joinPeople, separatePeople } from '../../../people/decide.js';
import { LongText } from '../../../people/LongText.js';
import { Several } from '../../../people/Several.js';
import type { Identifier } from './said.js';
import { texts } from './texts.js';

interface SeparateDialogProps {
  chosen: Identifier;
  /** The id from which it is separated. */
  partner: string;
  identifiers: readonly Identifier[];
  onDecided: (person: string) => void;
  onClose: () => void;
}

/** What goes and what stays, before one person becomes two. */
export function SeparateDialog({ chosen, partner, identifiers, onDecided, onClose }: SeparateDialogProps) {
  const m = texts.value;
  const { site } = useSite();
  const goes = identifiers.filter(({ id }) => id === chosen.id);
  const stays = identifiers.filter(({ id }) => id !== chosen.id);

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
      <dl class="parting">
        <Part title={m.goes} identifiers={goes} />
        <Part title={m.stays} identifiers={stays} />
      </dl>
    </Confirm>
  );
}

function Part({ title, identifiers }: { title: string; identifiers: readonly Identifier[] }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <Several items={identifiers} keyOf={({ attribute, value }) => `${attribute} ${value}`}>
          {({ value }) => <LongText>{value}</LongText>}
        </Several>
      </dd>
    </div>
  );
}
