import { useSignal } from '@preact/signals';
import { ChoiceField, ChoicesField, SwitchField } from '../../components/choice_fields.js';
import { Form } from '../../components/Form.js';
import { AreaField, DateField, MoneyField, NumberField, TextField } from '../../components/fields.js';
import { ListField } from '../../components/ListField.js';
import { toast } from '../../components/toast.js';
import { ApiError } from '../../http.js';
import { languages, messages } from '../../i18n/locale.js';
import { texts } from './texts.js';

interface Stored {
  name: string;
  note: string;
  rooms: number | undefined;
  price: string;
  start: string | undefined;
  level: string | undefined;
  languages: string[];
  origins: string[];
  active: boolean;
}

const first: Stored = {
  name: 'Halfturn',
  note: '',
  rooms: 12,
  price: '1240.50',
  start: '2026-11-02',
  level: 'silver',
  languages: ['en', 'es'],
  origins: ['https://www.halfturn.example', 'https://shop.halfturn.example'],
  active: true,
};

/** Answers as the collector would, about a record that is on this page alone. */
export function FormPart() {
  const m = texts.value.form;
  const record = useSignal({ ...first, version: 1 });
  const opened = useSignal(record.peek()).peek();

  async function save(values: Stored, version: number | undefined): Promise<void> {
    const details = [
      ...(values.name.trim() ? [] : [{ path: 'name', rule: 'missing' as const }]),
      ...values.origins.flatMap((origin, index) =>
        /^https?:\/\/[^/]+$/.test(origin)
          ? []
          : [{ path: `origins.${index}`, rule: 'format' as const, limit: 'origin' }],
      ),
    ];
    if (details.length > 0) throw new ApiError('invalid', 'entity_invalid', '', details);
    const stored = record.peek();
    if (version !== stored.version)
      throw new ApiError('conflict', 'version_conflict', '', [], { record: { ...stored } });
    record.value = { ...values, version: stored.version + 1 };
  }

  return (
    <>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => {
            const stored = record.peek();
            record.value = {
              ...stored,
              name: 'Halfturn Roasters',
              level: 'gold',
              version: stored.version + 1,
            };
            toast(m.theySaved);
          }}
        >
          {m.theySave}
        </button>
      </p>
      <Form
        name="design"
        values={first}
        version={opened.version}
        save={save}
        onSaved={() => toast(messages.value.saved)}
      >
        <TextField name="name" label={m.name} hint={m.nameHint} maxLength={200} autocomplete="off" />
        <AreaField name="note" label={m.note} />
        <div class="form-pair">
          <NumberField name="rooms" label={m.rooms} min={0} />
          <MoneyField name="price" label={m.price} currency="EUR" />
          <DateField name="start" label={m.start} />
          <ChoiceField name="level" label={m.level} none={m.noLevel} options={Object.entries(m.levels)} />
        </div>
        <ChoicesField
          name="languages"
          label={m.languages}
          options={Object.entries(languages).map(([code, { name }]) => [code, name] as const)}
        />
        <ListField name="origins" label={m.origins} add={m.addOrigin} placeholder="https://www.example.com" />
        <SwitchField name="active" label={m.active} words={[m.on, m.off]} />
      </Form>
    </>
  );
}
