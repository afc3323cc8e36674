import type { ConsentText } from '../../../schemas/entities/consent_texts.js';
import { listAll } from '../../api.js';
import { ChoiceField } from '../../components/choice_fields.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField, DateField, TextField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { dayKey } from '../../i18n/format.js';
import { useLiveRecord } from '../../live/use.js';
import { momentOn } from '../../orders/day.js';
import { myself } from '../../session.js';
import { LongText } from '../LongText.js';
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
  const today = dayKey(Date.now(), site.timeZone);
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`consent ${site.id} ${id}`}
        values={{
          text: '' as string | undefined,
          purpose: '',
          wording: '',
          choice: 'granted' as string | undefined,
          day: today as string | undefined,
          source: '',
        }}
        submit={m.save}
        onCancel={onClose}
        check={({ text, purpose, day = '' }): Record<string, string> => ({
          ...(!text && !purpose.trim() && { purpose: m.needed }),
          ...(day > today && { day: m.inFuture }),
        })}
        save={async ({ text: chosen, choice, day = today, source, purpose, wording }) => {
          const text = known.find((one) => one.id === chosen);
          const sentence = text?.text ?? wording.trim();
          await write(site.id, id, {
            type: 'consent',
            ts: momentOn(day, site.timeZone),
            choice: CHOICES.find((one) => one === choice) ?? 'granted',
            purpose: text?.purpose ?? purpose.trim(),
            rep: myself(),
            ...(source.trim() && { source: source.trim() }),
            ...(sentence && { wording: sentence }),
            // Of a sentence of their own nobody knows a version.
            ...(text && { text: text.id, version: text.version }),
          });
          toast(m.done(name));
          onClose();
        }}
      >
        <TextChoice texts={known} />
        <div class="form-pair">
          <ChoiceField name="choice" label={m.choice} options={CHOICES.map((one) => [one, m.states[one]])} />
          <DateField name="day" label={m.day} max={today} required />
        </div>
        <TextField name="source" label={m.source} hint={m.sourceHint} maxLength={200} />
      </Form>
    </Dialog>
  );
}

type Known = ConsentText & { id: string };

/** Which text it is, shown whole before it is recorded; else what for, and the sentence in their own words. */
function TextChoice({ texts: known }: { texts: readonly Known[] }) {
  const m = texts.value.consent;
  const chosen = useField('text').value;
  const text = known.find(({ id }) => id === chosen);
  return (
    <>
      {known.length > 0 && (
        <ChoiceField
          name="text"
          label={m.text}
          none={m.another}
          options={known.map(({ id, purpose, text }) => [id, `${purpose}: ${shortened(text)}`])}
        />
      )}
      {text ? (
        <blockquote class="notice notice-quiet" lang={text.language}>
          <LongText>{text.text}</LongText>
        </blockquote>
      ) : (
        <>
          <TextField
            name="purpose"
            label={m.purpose}
            hint={m.purposeHint}
            maxLength={200}
            autocomplete="off"
          />
          <AreaField name="wording" label={m.wording} hint={m.wordingHint} maxLength={10_000} />
        </>
      )}
    </>
  );
}

const SHORT = 60;
const shortened = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);
