import { useSignal } from '@preact/signals';
import { type MatchKey, matchKeys } from '../../../schemas/entities/import_words.js';
import { SelectField } from '../../components/Field.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { knownAttributes } from '../../people/attributes.js';
import { texts as peopleTexts } from '../../people/texts.js';
import { begin, type OneImport } from './data.js';
import { fieldOptions, flawOf } from './fields.js';
import { texts } from './texts.js';

/** What the columns of a file are, and by what its rows are matched. */
export function Mapping({ one }: { one: OneImport }) {
  const m = texts.value;
  const { site } = useSite();
  const options = fieldOptions(knownAttributes(site.attributes, useFormat(), peopleTexts.value), m);
  const mapping = useSignal(one.columns.map(({ field }) => field));
  const matchBy = useSignal<MatchKey>(one.matchBy);
  const flaw = useSignal('');
  const error = useFailure();
  const busy = useSignal(false);

  async function onSubmit(event: Event) {
    event.preventDefault();
    const order = { mapping: mapping.peek(), matchBy: matchBy.peek() };
    flaw.value = flawOf(order.mapping, order.matchBy, options, m) ?? '';
    if (flaw.peek() || busy.peek()) return;
    busy.value = true;
    error.value = undefined;
    try {
      await begin(site.id, one.id, 'preview', order);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }

  return (
    <form class="form" onSubmit={onSubmit} noValidate>
      <ul class="import-columns" aria-label={m.columns}>
        {one.columns.map(({ name, samples }, at) => (
          <li key={name}>
            <label class="field">
              <UserText>{name}</UserText>
              <select
                value={mapping.value[at]}
                onChange={(event) => {
                  const next = [...mapping.peek()];
                  next[at] = event.currentTarget.value;
                  mapping.value = next;
                }}
              >
                <option value="">{m.leaveOut}</option>
                {options.map(([field, text]) => (
                  <option key={field} value={field} selected={field === mapping.value[at]}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
            <p class="muted small import-samples">
              <UserText>{samples.join(' · ')}</UserText>
            </p>
          </li>
        ))}
      </ul>
      <SelectField
        name="matchBy"
        label={m.matchBy}
        hint={m.matchHint}
        value={matchBy.value}
        onChange={(value) => {
          matchBy.value = matchKeys.find((key) => key === value) ?? 'email';
        }}
      >
        {matchKeys.map((key) => (
          <option key={key} value={key}>
            {m.fields[key]}
          </option>
        ))}
      </SelectField>
      <p class="problem" role="alert">
        {flaw.value}
      </p>
      {error.value && <ErrorNotice error={error.value} />}
      <div class="actions">
        <button type="submit" class="button button-main" aria-disabled={busy.value}>
          {m.preview}
        </button>
      </div>
    </form>
  );
}
