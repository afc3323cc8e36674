import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { askList, type Lead } from '../../api.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField, TextField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { nameOf } from '../../components/person.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { toast } from '../../components/toast.js';
import { useLiveRecord } from '../../live/use.js';
import { myself } from '../../session.js';
import { personUrl } from '../../urls.js';
import { enter } from './data.js';
import { texts } from './texts.js';

/** While somebody is still typing nothing is asked. */
const PAUSE_MS = 250;
const SHOWN_MAX = 3;

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
        check={({ email, phone }): Record<string, string> => {
          if (!email.trim() && !phone.trim()) return { email: m.nobody };
          return email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim()) ? { email: m.noEmail } : {};
        }}
        save={async (typed) => {
          const said = Object.fromEntries(
            Object.entries(typed)
              .map(([name, text]) => [name, text.trim()])
              .filter(([, text]) => text),
          );
          await enter(site.id, { ...said, rep: myself() });
          toast(m.added(`\u2068${(typed.name || typed.email || typed.phone).slice(0, 60)}\u2069`));
          onClose();
        }}
      >
        <TextField name="email" label={m.email} autocomplete="off" inputMode="email" maxLength={128} />
        <TextField name="phone" label={m.phone} autocomplete="off" inputMode="tel" maxLength={60} />
        <Known />
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
function Known() {
  const m = texts.value.add;
  const { site } = useSite();
  const email = String(useField('email').value ?? '').trim();
  const phone = String(useField('phone').value ?? '').trim();
  const typed = /^\S+@\S+\.\S+$/.test(email) ? email : phone.replace(/\D/g, '').length >= 6 ? phone : '';
  const asked = useSignal('');
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.value = typed;
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const search = asked.value;
  const { record } = useLiveRecord(`known ${site.id} ${search}`, search ? ['leads'] : [], async (signal) =>
    search
      ? (await askList('leads', site.id, new URLSearchParams({ search }), { limit: SHOWN_MAX }, signal)).rows
      : [],
  );
  const found = search && search === typed ? (record ?? []) : [];
  return (
    <div role="status">
      {found.length > 0 && (
        <p class="notice notice-quiet">
          {m.known}{' '}
          {found.map((lead: Lead, place) => (
            <span key={lead.person_id}>
              {place > 0 && ', '}
              <a href={personUrl(site.id, lead.person_id)}>
                <UserText>{nameOf(lead)}</UserText>
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
