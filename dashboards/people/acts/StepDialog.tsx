import { ChoiceField } from '../../components/choice_fields.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { MomentField, TextField } from '../../components/fields.js';
import { localMoment, localText } from '../../components/local_moment.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { useOwners } from '../../components/useOwners.js';
import { write } from './data.js';
import type { Step } from './steps.js';
import { texts } from './texts.js';
import type { Whom } from './whom.js';

interface StepDialogProps {
  whom: Whom;
  /** That is changed; a new one where left out. */
  step?: Step | undefined;
  onClose: () => void;
}

const TOMORROW_MS = 24 * 60 * 60_000;

/** What is to be done next, when, and by whom. */
export function StepDialog({ whom: { id, name }, step, onClose }: StepDialogProps) {
  const m = texts.value.step;
  const { site } = useSite();
  const { owners, ownerName } = useOwners();
  const rep = step?.rep ?? '';
  const known = owners.some(([value]) => value === rep);
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`step ${site.id} ${id} ${step?.id ?? ''}`}
        values={{
          what: step?.what ?? '',
          when: step ? localText(step.at, site.timeZone) : nineTomorrow(site.timeZone),
          rep,
        }}
        submit={m.save}
        onCancel={onClose}
        check={({ when }): Record<string, string> =>
          localMoment(when ?? '', site.timeZone) === undefined ? { when: m.whenMissing } : {}
        }
        save={async ({ what, when, rep = '' }) => {
          const at = localMoment(when, site.timeZone);
          if (at === undefined) return;
          await write(site.id, id, { type: 'next_step_set', at, what, rep, ...(step && { step: step.id }) });
          toast(m.wasSet(name));
          onClose();
        }}
      >
        <TextField name="what" label={m.what} maxLength={500} />
        <div class="form-pair">
          <MomentField name="when" label={m.when} required />
          <ChoiceField
            name="rep"
            label={m.who}
            none={m.anyone}
            options={[...owners, ...(rep && !known ? [[rep, ownerName(rep)] as const] : [])]}
          />
        </div>
      </Form>
    </Dialog>
  );
}

const nineTomorrow = (timeZone: string) =>
  `${localText(Date.now() + TOMORROW_MS, timeZone).slice(0, 10)}T09:00`;
