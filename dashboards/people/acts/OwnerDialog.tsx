import type { Person } from '../../api.js';
import { ChoiceField } from '../../components/choice_fields.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { useOwners } from '../../components/useOwners.js';
import { myself } from '../../session.js';
import { write } from './data.js';
import { texts } from './texts.js';

interface OwnerDialogProps {
  person: Pick<Person, 'person_id' | 'owner'>;
  name: string;
  onClose: () => void;
}

/** Who has charge of somebody. */
export function OwnerDialog({ person: { person_id: id, owner: before }, name, onClose }: OwnerDialogProps) {
  const m = texts.value.owner;
  const { site } = useSite();
  const { owners, ownerName } = useOwners();
  const isKnown = owners.some(([value]) => value === before);
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`owner ${site.id} ${id}`}
        values={{ owner: before as string | undefined }}
        onCancel={onClose}
        save={async ({ owner = '' }) => {
          const rep = myself();
          await write(site.id, id, { type: 'owner_assigned', owner, rep });
          toast(owner ? m.changed(name, ownerName(owner)) : m.nobodyNow(name), {
            undo: async () => {
              await write(site.id, id, { type: 'owner_assigned', owner: before, rep });
            },
          });
          onClose();
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
