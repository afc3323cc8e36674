import { ChoiceField } from '../../components/choice_fields.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField, MomentField, NumberField, TextField } from '../../components/fields.js';
import { localMoment, localText } from '../../components/local_moment.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { myself } from '../../session.js';
import { write } from './data.js';
import { texts } from './texts.js';
import type { Channel, Whom } from './whom.js';

interface ContactDialogProps {
  channel: Channel;
  whom: Whom;
  /** What was logged of it, where that is corrected. */
  logged?: Logged;
  onClose: () => void;
}

/** A contact as it is told by now. */
export interface Logged {
  id: string;
  /** When it took place. */
  ts: number;
  direction: string;
  minutes: number | undefined;
  outcome: string;
  notes: string;
}

/** A clock that is set otherwise than the collector's is no future. */
const AHEAD_MS = 5 * 60_000;

/**
 * Logs a contact, which was now if nobody says otherwise; all else may stay empty. Or corrects one: what comes next is set by
 * itself then.
 */
export function ContactDialog({ channel, whom: { id, name }, logged, onClose }: ContactDialogProps) {
  const m = texts.value;
  const { site } = useSite();
  const isNote = channel === 'note';
  const momentOf = (text: string) => localMoment(text, site.timeZone);
  const begun = localText(logged?.ts ?? Date.now(), site.timeZone);
  return (
    <Dialog title={(logged ? m.contact.correct : m.contact.title)[channel](name)} onClose={onClose}>
      <Form
        name={`${channel} ${site.id} ${id} ${logged?.id ?? ''}`}
        values={{
          direction: logged?.direction || 'outbound',
          when: begun,
          minutes: logged?.minutes,
          outcome: logged?.outcome ?? '',
          notes: logged?.notes ?? '',
          what: '',
          next: '',
        }}
        submit={m.contact.save}
        onCancel={onClose}
        check={({ when, next, what }) => ({
          ...((momentOf(when) ?? 0) > Date.now() + AHEAD_MS && { when: m.contact.inFuture }),
          ...(what && momentOf(next) === undefined && { next: m.step.whenMissing }),
        })}
        save={async ({ direction, when, minutes, outcome, notes, what, next }) => {
          // What nobody has touched is as it was, or now, to the second: it does what was planned a moment ago.
          const ts = when === begun ? (logged?.ts ?? Date.now()) : (momentOf(when) ?? Date.now());
          const told = {
            channel,
            rep: myself(),
            ...(!isNote && {
              direction: direction === 'inbound' ? ('inbound' as const) : ('outbound' as const),
            }),
            ...(minutes !== undefined && { durationMinutes: minutes }),
            ...(outcome && { outcome }),
            ...(notes && { notes }),
          };
          const at = momentOf(next);
          const took = Math.min(ts, Date.now());
          await write(
            site.id,
            id,
            logged
              ? { type: 'contact_changed', contact: logged.id, revision: Date.now(), at: took, ...told }
              : {
                  type: 'contact_logged',
                  ts: took,
                  ...told,
                  ...(at !== undefined && { nextStep: { at, what } }),
                },
          );
          toast(logged ? m.contact.corrected : m.logged[channel](name));
          onClose();
        }}
      >
        {!isNote && (
          <>
            <TextField name="outcome" label={m.contact.outcome} maxLength={200} />
            <div class="form-pair">
              <ChoiceField
                name="direction"
                label={m.contact.direction}
                options={[
                  ['outbound', m.contact.outbound],
                  ['inbound', m.contact.inbound],
                ]}
              />
              <MomentField name="when" label={m.contact.when} />
              <NumberField name="minutes" label={m.contact.minutes} min={0} max={1440} />
            </div>
          </>
        )}
        <AreaField name="notes" label={m.contact.notes} maxLength={10_000} required={isNote} />
        {!logged && (
          <fieldset class="form">
            <legend>{m.contact.next}</legend>
            <div class="form-pair">
              <TextField name="what" label={m.step.what} maxLength={500} />
              <MomentField name="next" label={m.step.when} />
            </div>
          </fieldset>
        )}
      </Form>
    </Dialog>
  );
}
