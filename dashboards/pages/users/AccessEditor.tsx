import { useId } from 'preact/hooks';
import { type Access, EVERY_SITE, ownsAll, type Role, roles } from '../../access.js';
import { Below } from '../../components/Field.js';
import { Icon } from '../../components/Icon.js';
import { useSite } from '../../components/site.js';
import { messages } from '../../i18n/locale.js';
import { me } from '../../session.js';
import { texts } from './texts.js';

interface EditorProps {
  access: readonly Access[];
  onChange: (access: Access[]) => void;
  problem?: string | undefined;
}

/** What somebody is at which site: a row each. */
export function AccessEditor({ access, onChange, problem }: EditorProps) {
  const m = texts.value;
  const { site } = useSite();
  const id = useId();
  const replace = (at: number, next: Access | undefined) =>
    onChange(access.flatMap((one, index) => (index === at ? (next ?? []) : one)));
  return (
    <fieldset
      class="choices access"
      aria-describedby={`${id}-problem`}
      data-field="access"
      data-label={m.access}
      data-invalid={problem ? '' : undefined}
      tabIndex={-1}
    >
      <legend>{m.access}</legend>
      {access.map((one, index) => (
        <AccessRow key={index} value={one} onChange={(next) => replace(index, next)} />
      ))}
      <Below id={id} problem={problem} />
      <button
        type="button"
        class="button"
        onClick={() => onChange([...access, { site: site.id, roles: [], people: 'all' }])}
      >
        {m.addAccess}
      </button>
    </fieldset>
  );
}

interface RowProps {
  value: Access;
  /** Without a value: the row goes. */
  onChange: (next?: Access) => void;
}

function AccessRow({ value, onChange }: RowProps) {
  const m = texts.value;
  const { sites } = useSite();
  const name = value.site === EVERY_SITE ? m.allSites : siteName(value.site);
  function siteName(id: string) {
    return sites.find((site) => site.id === id)?.name ?? id;
  }
  const ids = new Set([...sites.map(({ id }) => id), ...(value.site === EVERY_SITE ? [] : [value.site])]);
  const toggle = (role: Role) =>
    onChange({ ...value, roles: roles.filter((one) => value.roles.includes(one) !== (one === role)) });
  const isOwner = value.roles.includes('owner');
  const seen = isOwner ? 'all' : value.people;
  return (
    <div class="access-row">
      <label class="field">
        <span>{m.site}</span>
        <select
          value={value.site}
          onChange={(event) => onChange({ ...value, site: event.currentTarget.value })}
        >
          {(ownsAll(me.value?.access ?? []) || value.site === EVERY_SITE) && (
            <option value={EVERY_SITE} selected={value.site === EVERY_SITE}>
              {m.allSites}
            </option>
          )}
          {[...ids].map((id) => (
            <option key={id} value={id} selected={id === value.site}>
              {siteName(id)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{m.people}</span>
        <select
          value={seen}
          disabled={isOwner}
          onChange={(event) =>
            onChange({ ...value, people: event.currentTarget.value === 'own' ? 'own' : 'all' })
          }
        >
          <option value="all" selected={seen === 'all'}>
            {m.allPeople}
          </option>
          <option value="own" selected={seen === 'own'}>
            {m.ownPeople}
          </option>
        </select>
      </label>
      <button
        type="button"
        class="button button-plain button-icon"
        aria-label={m.removeAccess(name)}
        title={m.removeAccess(name)}
        onClick={() => onChange()}
      >
        <Icon name="remove" />
      </button>
      <fieldset class="choices access-roles">
        <legend>{m.roles}</legend>
        {roles.map((role) => (
          <label key={role} class="choice">
            <input type="checkbox" checked={value.roles.includes(role)} onChange={() => toggle(role)} />
            <span>{messages.value.roles[role]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** As it is kept: owners see everybody. */
export const storedAccess = (access: readonly Access[]): Access[] =>
  access.map((one) => (one.roles.includes('owner') ? { ...one, people: 'all' } : one));

/** What is wrong with an access list before it is sent. */
export function accessProblem(access: readonly Access[]): string | undefined {
  const m = texts.peek();
  if (access.some((one) => one.roles.length === 0)) return m.accessMissing;
  return new Set(access.map(({ site }) => site)).size < access.length ? m.accessTwice : undefined;
}
