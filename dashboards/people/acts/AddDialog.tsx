import { seesOwnOnly } from '../../access.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField, TextField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { me, myself } from '../../session.js';
import { enter } from './data.js';
import { isEmail, Known } from './Known.js';
import { texts } from './texts.js';

/** Fewer find too many. */
const PHONE_DIGITS = 6;

/** Enters a person by hand. Whoever is there already is shown while their address or number is typed. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const m = texts.value.add;
  const { site } = useSite();
  return (
    <Dialog title={m.title} onClose={onClose}>
      <Form
        name={`add ${site.id}`}
        values={{ email: '', phone: '', name: '', company: '', source: '', note: '' }}
        submit={m.save}
        onCancel={onClose}
        at={{ person_not_yours: 'email' }}
        say={{ person_not_yours: m.notYours }}
        check={({ email, phone }): Record<string, string> => {
          if (!email.trim() && !phone.trim()) return { email: m.nobody };
          return email.trim() && !isEmail(email) ? { email: m.noEmail } : {};
        }}
        save={async (typed) => {
          const said = Object.fromEntries(
            Object.entries(typed)
              .map(([name, text]) => [name, text.trim()])
              .filter(([, text]) => text),
          );
          const isTheirs = seesOwnOnly(me.value?.access ?? [], site.id);
          await enter(site.id, { ...said, rep: myself() }, isTheirs ? myself() : undefined);
          toast(m.added(`\u2068${(typed.name || typed.email || typed.phone).slice(0, 60)}\u2069`));
          onClose();
        }}
      >
        <TextField name="email" label={m.email} autocomplete="off" inputMode="email" maxLength={128} />
        <TextField name="phone" label={m.phone} autocomplete="off" inputMode="tel" maxLength={60} />
        <KnownAlready />
        <div class="form-pair">
          <TextField name="name" label={m.name} autocomplete="off" maxLength={200} />
          <TextField name="company" label={m.company} autocomplete="off" maxLength={200} />
        </div>
        <TextField name="source" label={m.source} hint={m.sourceHint} autocomplete="off" maxLength={200} />
        <AreaField name="note" label={m.note} maxLength={10_000} />
      </Form>
    </Dialog>
  );
}

/** Who goes by what is typed. */
function KnownAlready() {
  const email = String(useField('email').value ?? '').trim();
  const phone = String(useField('phone').value ?? '').trim();
  const search = isEmail(email) ? email : phone.replace(/\D/g, '').length >= PHONE_DIGITS ? phone : '';
  return <Known search={search} says={texts.value.add.known} />;
}
