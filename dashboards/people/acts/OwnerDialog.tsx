import type { Person } from '../../api.js';
import { ChoiceField } from '../../components/choice_fields.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { useOwners } from '../../components/useOwners.js';
import { myself } from '../../session.js';
import { writeAll } from './data.js';
import { texts } from './texts.js';

interface OwnerDialogProps {
  people: readonly Pick<Person, 'person_id' | 'owner'>[];
  /** What they are called: one by their name, several by their number. */
  name: string;
  onClose: () => void;
  onDone?: () => void;
}

/** Who has charge of somebody, or of several at once. */
export function OwnerDialog({ people, name, onClose, onDone }: OwnerDialogProps) {
  const m = texts.value.owner;
  const { site } = useSite();
  const { owners, ownerName } = useOwners();
  // Of several, where it is the same of all.
  const [before = ''] =
    new Set(people.map(({ owner }) => owner)).size === 1 ? people.map(({ owner }) => owner) : [];
  const ids = people.map(({ person_id }) => person_id).join(' ');
  const isKnown = owners.some(([value]) => value === before);
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`owner ${site.id} ${ids}`}
        values={{ owner: before as string | undefined }}
        onCancel={onClose}
        save={async ({ owner = '' }) => {
          const rep = myself();
          const given = (to: (person: (typeof people)[number]) => string) =>
            writeAll(
              site.id,
              people.map((person) => [person.person_id, { type: 'owner_assigned', owner: to(person), rep }]),
            );
          await given(() => owner);
          toast(owner ? m.changed(name, ownerName(owner)) : m.nobodyNow(name), {
            undo: () => given((person) => person.owner),
          });
          onClose();
          onDone?.();
        }}
      >
        <ChoiceField
          name="owner"
          label={m.owner}
          none={m.nobody}
          options={[...owners, ...(before && !isKnown ? [[before, ownerName(before)] as const] : [])]}
        />
      </Form>
    </Dialog>
  );
}
