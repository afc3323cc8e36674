import type { Person } from '../../api.js';
import { ChoiceField } from '../../components/choice_fields.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField } from '../../components/fields.js';
import { statusText } from '../../components/person.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { messages } from '../../i18n/locale.js';
import { myself } from '../../session.js';
import { write } from './data.js';
import { texts } from './texts.js';

interface StatusDialogProps {
  person: Pick<Person, 'person_id' | 'status'>;
  name: string;
  onClose: () => void;
}

/** How far a rep is with somebody, and why. */
export function StatusDialog({
  person: { person_id: id, status: before },
  name,
  onClose,
}: StatusDialogProps) {
  const m = texts.value.status;
  const { site } = useSite();
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`status ${site.id} ${id}`}
        values={{ status: before, reason: '' }}
        onCancel={onClose}
        save={async ({ status, reason }) => {
          const rep = myself();
          await write(site.id, id, {
            type: 'stage_changed',
            stage: status,
            from: before,
            rep,
            ...(reason && { reason }),
          });
          toast(m.changed(name, statusText(status)), {
            undo: async () => {
              await write(site.id, id, { type: 'stage_changed', stage: before, from: status, rep });
            },
          });
          onClose();
        }}
      >
        <ChoiceField name="status" label={m.status} options={Object.entries(messages.value.statuses)} />
        <AreaField name="reason" label={m.reason} hint={m.reasonHint} maxLength={10_000} />
      </Form>
    </Dialog>
  );
}
