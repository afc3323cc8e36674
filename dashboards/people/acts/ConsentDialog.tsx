import type { ConsentText } from '../../../schemas/entities/consent_texts.js';
import { listAll } from '../../api.js';
import { ChoiceField } from '../../components/choice_fields.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField, TextField } from '../../components/fields.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { useLiveRecord } from '../../live/use.js';
import { myself } from '../../session.js';
import { write } from './data.js';
import { texts } from './texts.js';
import type { Whom } from './whom.js';

const CHOICES = ['granted', 'denied', 'withdrawn'] as const;

/** Takes down what somebody agreed to, refused or withdrew, as it was said or signed elsewhere. */
export function ConsentDialog({ whom: { id, name }, onClose }: { whom: Whom; onClose: () => void }) {
  const m = texts.value.consent;
  const { site } = useSite();
  const { record } = useLiveRecord(`consentTexts ${site.id}`, ['consentTexts'], (signal) =>
    listAll<ConsentText & { id: string; version: number }>('consentTexts', signal, site.id),
  );
  const known = record ?? [];
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`consent ${site.id} ${id}`}
        values={{ purpose: '', choice: 'granted' as string | undefined, source: '', wording: '' }}
        submit={m.save}
        onCancel={onClose}
        check={({ purpose }): Record<string, string> => (purpose.trim() ? {} : { purpose: m.needed })}
        save={async ({ purpose, choice, source, wording }) => {
          const text = known.find((one) => one.purpose === purpose.trim());
          const sentence = wording.trim() || text?.text;
          await write(site.id, id, {
            type: 'consent',
            choice: CHOICES.find((one) => one === choice) ?? 'granted',
            purpose: purpose.trim(),
            rep: myself(),
            ...(source.trim() && { source: source.trim() }),
            ...(sentence && { wording: sentence }),
            // Of a sentence of their own nobody knows a version.
            ...(text && !wording.trim() && { text: text.id, version: text.version }),
          });
          toast(m.done(name));
          onClose();
        }}
      >
        <TextField
          name="purpose"
          label={m.purpose}
          hint={m.purposeHint}
          maxLength={200}
          autocomplete="off"
          list="consent-purposes"
        />
        <datalist id="consent-purposes">
          {[...new Set(known.map(({ purpose }) => purpose))].map((purpose) => (
            <option key={purpose} value={purpose} />
          ))}
        </datalist>
        <ChoiceField name="choice" label={m.choice} options={CHOICES.map((one) => [one, m.states[one]])} />
        <TextField name="source" label={m.source} hint={m.sourceHint} maxLength={200} />
        <AreaField name="wording" label={m.wording} hint={m.wordingHint} maxLength={10_000} />
      </Form>
    </Dialog>
  );
}
