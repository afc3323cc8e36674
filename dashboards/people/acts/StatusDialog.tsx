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
import { writeAll } from './data.js';
import { texts } from './texts.js';

interface StatusDialogProps {
  people: readonly Pick<Person, 'person_id' | 'status'>[];
  /** What they are called: one by their name, several by their number. */
  name: string;
  onClose: () => void;
  onDone?: () => void;
}

/** How far a rep is with somebody, or with several at once, and why. */
export function StatusDialog({ people, name, onClose, onDone }: StatusDialogProps) {
  const m = texts.value.status;
  const { site } = useSite();
  const ids = people.map(({ person_id }) => person_id).join(' ');
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`status ${site.id} ${ids}`}
        values={{ status: people[0]?.status ?? 'new', reason: '' }}
        onCancel={onClose}
        save={async ({ status, reason }) => {
          const rep = myself();
          await writeAll(
            site.id,
            people.map(({ person_id, status: from }) => [
              person_id,
              { type: 'stage_changed', stage: status, from, rep, ...(reason && { reason }) },
            ]),
          );
          toast(m.changed(name, statusText(status)), {
            undo: () =>
              writeAll(
                site.id,
                people.map(({ person_id, status: stage }) => [
                  person_id,
                  { type: 'stage_changed', stage, from: status, rep },
                ]),
              ),
          });
          onClose();
          onDone?.();
        }}
      >
        <ChoiceField name="status" label={m.status} options={Object.entries(messages.value.statuses)} />
        <AreaField name="reason" label={m.reason} hint={m.reasonHint} maxLength={10_000} />
      </Form>
    </Dialog>
  );
}
