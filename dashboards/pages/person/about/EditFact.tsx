import { ChoiceField } from '../../../components/choice_fields.js';
import { Form } from '../../../components/Form.js';
import { DateField, NumberField, TextField } from '../../../components/fields.js';
import { useField } from '../../../components/form_state.js';
import { useSite } from '../../../components/site.js';
import { toast } from '../../../components/toast.js';
import { retract, write } from '../../../people/acts/data.js';
import { isEmail, Known } from '../../../people/acts/Known.js';
import type { Whom } from '../../../people/acts/whom.js';
import { myself } from '../../../session.js';
import type { Editable } from './editable.js';
import { texts } from './texts.js';

/** As many as a number has at least that can be anybody's. */
const PHONE_DIGITS = 7;

interface EditFactProps {
  whom: Whom;
  fact: Editable;
  onClose: () => void;
}

/** Says anew what is known of somebody, where it stands. What it was stays among all that was said. */
export function EditFact({ whom: { id, name: called }, fact, onClose }: EditFactProps) {
  const m = texts.value.edit;
  const { site } = useSite();
  const { name, title, value: before } = fact;
  const problemOf = (text: string): string | undefined => {
    if (name === 'email') return isEmail(text) ? undefined : m.noEmail;
    const isNoPhone = name === 'phone' && text && text.replace(/\D/g, '').length < PHONE_DIGITS;
    return isNoPhone ? m.noPhone : undefined;
  };
  return (
    <Form
      name={`fact ${site.id} ${id} ${name}`}
      values={{ value: before as string | number | undefined }}
      onCancel={onClose}
      check={({ value }): Record<string, string> => {
        const problem = problemOf(String(value ?? '').trim());
        return problem ? { value: problem } : {};
      }}
      save={async ({ value }) => {
        const text = String(value ?? '').trim();
        if (text !== before) {
          const event = await write(site.id, id, {
            type: 'person_changed',
            [name]: text || null,
            rep: myself(),
          });
          toast(m.done(title, called), { undo: () => retract(site.id, id, event) });
        }
        onClose();
      }}
    >
      <ValueField fact={fact} />
      {name === 'email' && <KnownOther person={id} />}
    </Form>
  );
}

function ValueField({ fact: { name, title, type, options } }: { fact: Editable }) {
  const common = { name: 'value', label: title };
  if (options) return <ChoiceField {...common} options={options()} none={texts.value.edit.nothing} />;
  if (type === 'number') return <NumberField {...common} step="any" {...(name === 'birthYear' && YEARS)} />;
  if (type === 'date') return <DateField {...common} />;
  if (name === 'email') return <TextField {...common} autocomplete="off" inputMode="email" maxLength={254} />;
  if (name === 'phone') return <TextField {...common} autocomplete="off" inputMode="tel" maxLength={60} />;
  return (
    <TextField {...common} autocomplete="off" maxLength={name === 'name' || name === 'company' ? 200 : 500} />
  );
}

const YEARS = { min: 1900, max: new Date().getUTCFullYear(), step: 1 };

/** Whose address it is already: it would make both one person. */
function KnownOther({ person }: { person: string }) {
  const email = String(useField('value').value ?? '').trim();
  return <Known search={isEmail(email) ? email : ''} says={texts.value.edit.joins} except={person} />;
}
