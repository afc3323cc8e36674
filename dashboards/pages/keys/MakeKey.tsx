import { useSignal } from '@preact/signals';
import type { Scope } from '../../../schemas/roles.js';
import { ownsAll, type Role, roles } from '../../access.js';
import { Field, SelectField } from '../../components/Field.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useSubmit } from '../../components/useSubmit.js';
import { messages } from '../../i18n/locale.js';
import { me } from '../../session.js';
import { Choices, ChooseSites } from './Choices.js';
import { endOfDay, type MadeKey, makeKey } from './data.js';
import { keyIdOf } from './key_id.js';
import { texts } from './texts.js';

export function MakeKey({ onMade }: { onMade: (made: MadeKey) => void }) {
  const m = texts.value;
  const byRole = useSignal(false);
  const someSites = useSignal(false);

  function check(data: FormData): Record<string, string> {
    const expires = endOfDay(String(data.get('expires')));
    const isEmpty = (name: string) => data.getAll(name).length === 0;
    return {
      ...(!String(data.get('name')).trim() && { name: m.nameMissing }),
      ...(!byRole.peek() && isEmpty('scopes') && { scopes: m.scopesMissing }),
      ...(someSites.peek() && isEmpty('sites') && { sites: m.sitesMissing }),
      ...(expires !== undefined && expires <= Date.now() && { expires: m.expiresPast }),
    };
  }

  async function run(data: FormData): Promise<void> {
    const name = String(data.get('name')).trim();
    const rights = byRole.peek()
      ? { role: String(data.get('role')) as Role }
      : { scopes: data.getAll('scopes') as Scope[] };
    const expires = endOfDay(String(data.get('expires')));
    const made = await makeKey(ownsAll(me.peek()?.access ?? []) ? keyIdOf(name) : undefined, {
      name,
      ...rights,
      ...(someSites.peek() && { sites: data.getAll('sites') as string[] }),
      ...(expires !== undefined && { expires }),
    });
    onMade(made);
  }

  const { onSubmit, busy, error, problemOf } = useSubmit({ check, run });
  return (
    <section class="card" aria-labelledby="make">
      <h2 id="make">{m.make}</h2>
      <form class="form" onSubmit={onSubmit} noValidate>
        <Field
          label={m.name}
          hint={m.nameHint}
          name="name"
          maxLength={200}
          autocomplete="off"
          problem={problemOf('name')}
        />
        <fieldset class="choices">
          <legend>{m.roleOrScopes}</legend>
          <Radio checked={!byRole.value} text={m.byScopes} onChange={() => (byRole.value = false)} />
          <Radio checked={byRole.value} text={m.asRole} onChange={() => (byRole.value = true)} />
        </fieldset>
        {byRole.value ? (
          <SelectField label={m.role} hint={m.asRoleHint} name="role" defaultValue="viewer">
            {roles.map((role) => (
              <option key={role} value={role} selected={role === 'viewer'}>
                {messages.value.roles[role]}
              </option>
            ))}
          </SelectField>
        ) : (
          <Choices
            legend={m.byScopes}
            name="scopes"
            options={Object.entries(m.scopes)}
            problem={problemOf('scopes')}
          />
        )}
        <ChooseSites
          some={someSites.value}
          onChange={(some) => {
            someSites.value = some;
          }}
          problem={problemOf('sites')}
        />
        <Field
          label={messages.value.optional(m.expires)}
          hint={m.expiresHint}
          name="expires"
          type="date"
          problem={problemOf('expires')}
        />
        {error && <ErrorNotice error={error} />}
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {m.submit}
        </button>
      </form>
    </section>
  );
}

function Radio({ checked, text, onChange }: { checked: boolean; text: string; onChange: () => void }) {
  return (
    <label class="choice">
      <input type="radio" name="rights" checked={checked} onChange={onChange} />
      <span>{text}</span>
    </label>
  );
}
