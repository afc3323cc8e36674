import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type MadeKey, makeKey, type Scope } from '../../api.js';
import { Icon } from '../../components/Icon.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { ApiError } from '../../http.js';
import { messages } from '../../i18n/locale.js';
import { keyIdOf } from './key_id.js';

export function MakeKey({ onMade }: { onMade: (made: MadeKey) => void }) {
  const m = messages.value.keys;
  const { sites } = useSite();
  const form = useRef<HTMLFormElement>(null);
  const someSites = useSignal(false);
  const problem = useSignal('');
  const error = useSignal<ApiError | undefined>(undefined);
  const busy = useSignal(false);

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (!form.current || busy.peek()) return;
    const data = new FormData(form.current);
    const name = String(data.get('name') ?? '').trim();
    const scopes = data.getAll('scope') as Scope[];
    const chosen = someSites.peek() ? (data.getAll('site') as string[]) : undefined;
    const missing = !name
      ? 'name'
      : scopes.length === 0
        ? 'scope'
        : chosen?.length === 0
          ? 'site'
          : undefined;
    problem.value = missing
      ? { name: m.nameMissing, scope: m.scopesMissing, site: m.sitesMissing }[missing]
      : '';
    error.value = undefined;
    if (missing) return form.current.querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
    busy.value = true;
    try {
      onMade(await makeKey(keyIdOf(name), { name, scopes, ...(chosen && { sites: chosen }) }));
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }

  return (
    <section class="card" aria-labelledby="make">
      <h2 id="make">{m.make}</h2>
      <form ref={form} class="make-key" onSubmit={onSubmit} noValidate>
        <label class="field">
          <span>{m.name}</span>
          <input
            type="text"
            name="name"
            maxLength={200}
            autocomplete="off"
            aria-describedby="name-hint key-problem"
          />
        </label>
        <p id="name-hint" class="muted small">
          {m.nameHint}
        </p>
        <fieldset class="choices">
          <legend>{m.scopesLegend}</legend>
          {Object.entries(m.scopes).map(([scope, words]) => (
            <label key={scope} class="choice">
              <input type="checkbox" name="scope" value={scope} aria-describedby="key-problem" />
              <span>
                {words} <code class="muted small">{scope}</code>
              </span>
            </label>
          ))}
        </fieldset>
        {sites.length > 1 && (
          <ChooseSites some={someSites.value} onChange={(some) => (someSites.value = some)} />
        )}
        <p id="key-problem" class="problem" role="alert">
          {problem.value && (
            <>
              <Icon name="alert" />
              {problem.value}
            </>
          )}
        </p>
        {error.value && <ErrorNotice error={error.value} />}
        <button type="submit" class="button button-main" aria-disabled={busy.value}>
          {m.submit}
        </button>
      </form>
    </section>
  );
}

function ChooseSites({ some, onChange }: { some: boolean; onChange: (some: boolean) => void }) {
  const m = messages.value.keys;
  const { sites } = useSite();
  return (
    <fieldset class="choices">
      <legend>{m.sitesLegend}</legend>
      <label class="choice">
        <input type="radio" name="which" checked={!some} onChange={() => onChange(false)} />
        <span>{m.allSites}</span>
      </label>
      <label class="choice">
        <input type="radio" name="which" checked={some} onChange={() => onChange(true)} />
        <span>{m.someSites}</span>
      </label>
      {some && (
        <div class="choices choices-inner">
          {sites.map(({ id, name }) => (
            <label key={id} class="choice">
              <input type="checkbox" name="site" value={id} aria-describedby="key-problem" />
              <span>
                <UserText>{name}</UserText> <code class="muted small">{id}</code>
              </span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
