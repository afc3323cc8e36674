import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { SiteAttribute } from '../../../schemas/entities/attributes.js';
import { ChoiceField } from '../../components/choice_fields.js';
import { Below } from '../../components/Field.js';
import { describedBy, FieldFrame } from '../../components/FieldFrame.js';
import { TextField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { TwoValues } from '../../components/TwoValues.js';
import { texts } from './texts.js';

const NAME = 'attributes';

/** What the site knows of people beside the usual: a group of fields for each. */
export function AttributesField() {
  const m = texts.value;
  const id = useId();
  const root = useRef<HTMLFieldSetElement>(null);
  const field = useField(NAME);
  const all = (Array.isArray(field.value) ? field.value : []) as SiteAttribute[];

  function focus(index: number): void {
    requestAnimationFrame(() => {
      const rows = root.current?.querySelectorAll('.attribute') ?? [];
      (rows[Math.min(index, rows.length - 1)] ?? root.current)
        ?.querySelector<HTMLElement>('input, button')
        ?.focus();
    });
  }

  return (
    <fieldset
      ref={root}
      class="choices"
      aria-describedby={`${id}-problem ${id}-hint`}
      data-field={NAME}
      data-label={m.attributes}
      data-invalid={field.problem ? '' : undefined}
      tabIndex={-1}
    >
      <legend>{m.attributes}</legend>
      <Below id={id} hint={m.attributesHint} problem={field.problem} />
      {all.map(({ name, type }, index) => (
        // An attribute is known by its place alone: its name is being typed.
        <fieldset key={index} class="attribute">
          <legend class="hidden-text">{m.attribute(name || String(index + 1))}</legend>
          <TextField
            name={`${NAME}.${index}.label`}
            label={m.attributeLabel}
            autocomplete="off"
            maxLength={100}
            required
          />
          <TextField
            name={`${NAME}.${index}.name`}
            label={m.attributeName}
            autocomplete="off"
            spellcheck={false}
            maxLength={40}
            required
          />
          <ChoiceField
            name={`${NAME}.${index}.type`}
            label={m.attributeType}
            options={Object.entries(m.types)}
          />
          <button
            type="button"
            class="button button-plain"
            onClick={() => {
              field.set(all.filter((_, other) => other !== index));
              focus(index);
            }}
          >
            {m.remove}
            <span class="hidden-text"> {m.attribute(name || String(index + 1))}</span>
          </button>
          {type === 'choice' && <OptionsField name={`${NAME}.${index}.options`} />}
        </fieldset>
      ))}
      <button
        type="button"
        class="button button-small"
        onClick={() => {
          field.set([...all, { name: '', label: '', type: 'text' }]);
          focus(all.length);
        }}
      >
        {m.addAttribute}
      </button>
      <TwoValues
        label={m.attributes}
        field={field}
        say={(value) =>
          Array.isArray(value) ? value.map(({ label }: SiteAttribute) => label).join(', ') : ''
        }
      />
    </fieldset>
  );
}

/** Options on one line, with commas between. */
function OptionsField({ name }: { name: string }) {
  const m = texts.value;
  const id = useId();
  const field = useField(name);
  const typed = useSignal('');
  const options: string[] = Array.isArray(field.value) ? field.value : [];
  // As it is being typed, with a comma that nothing follows yet.
  const value = typed.value === options.join() ? typed.value : options.join(', ');
  return (
    <div class="attribute-options">
      <FieldFrame id={id} label={m.options} hint={m.optionsHint} field={field}>
        <input
          type="text"
          name={name}
          value={value}
          autocomplete="off"
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            field.set(typed.peek().split(','));
          }}
          {...describedBy(id, field.problem)}
        />
      </FieldFrame>
    </div>
  );
}
