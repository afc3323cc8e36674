import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { encodings } from '../../../schemas/entities/import_words.js';
import { SelectField } from '../../components/Field.js';
import { Icon } from '../../components/Icon.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { messages } from '../../i18n/locale.js';
import { urlOf } from '../../urls.js';
import { send } from './data.js';
import { texts } from './texts.js';

/** Takes a file, and goes on to what it holds. */
export function Send() {
  const m = texts.value;
  const { site } = useSite();
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const busy = useSignal(false);
  const isMissing = useSignal(false);
  const encoding = useSignal('');
  const error = useFailure();

  async function onSubmit(event: Event) {
    event.preventDefault();
    const file = input.current?.files?.[0];
    isMissing.value = !file;
    if (!file || busy.peek()) return input.current?.focus();
    busy.value = true;
    error.value = undefined;
    try {
      const { id } = await send(site.id, file, encoding.peek());
      route(urlOf('/import', { site: site.id, id }));
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }

  return (
    <form class="card import-send" onSubmit={onSubmit} noValidate>
      <label class="field">
        <span>{m.choose}</span>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          aria-invalid={isMissing.value}
          aria-describedby="import-file-problem"
        />
      </label>
      <p id="import-file-problem" class="problem">
        {isMissing.value && m.chooseFirst}
      </p>
      <SelectField
        name="encoding"
        label={m.encoding}
        hint={m.encodingHint}
        value={encoding.value}
        onChange={(value) => {
          encoding.value = value;
        }}
      >
        <option value="">{m.foundOut}</option>
        {encodings.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      {error.value && <Unusable error={error.value} />}
      <button type="submit" class="button button-main" aria-disabled={busy.value}>
        {busy.value ? messages.value.loading : m.send}
      </button>
    </form>
  );
}

/** Why a file cannot be taken, and what to do. */
function Unusable({ error }: { error: ApiError }) {
  const words: Partial<Record<string, string>> = texts.value.unusable;
  const said = error.code === 'import_invalid' ? words[error.details[0]?.rule ?? ''] : undefined;
  if (!said) return <ErrorNotice error={error} />;
  return (
    <div class="notice notice-error" role="alert">
      <Icon name="alert" />
      <p>{said}</p>
    </div>
  );
}
