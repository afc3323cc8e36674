import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { messages } from '../i18n/locale.js';
import { Below } from './Field.js';
import { Icon } from './Icon.js';

interface PasswordProps {
  name?: string;
  label?: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** What password managers do: fill in the one there is, or propose one. */
  autocomplete: 'current-password' | 'new-password';
  autofocus?: boolean;
}

/** Somebody who sees what they type needs no second field to repeat it in. */
export function PasswordField({ name = 'password', label, hint, problem, ...input }: PasswordProps) {
  const m = messages.value.password;
  const id = useId();
  const shown = useSignal(false);
  const toggle = shown.value ? m.hide : m.show;
  return (
    <div class="form-field">
      <label class="field" for={id}>
        <span>{label ?? m.label}</span>
      </label>
      <div class="password">
        <input
          {...input}
          id={id}
          name={name}
          {...(shown.value ? { type: 'text' as const } : { type: 'password' as const })}
          required
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem ${id}-hint`}
        />
        <button
          type="button"
          class="button button-icon"
          aria-label={toggle}
          title={toggle}
          onClick={() => {
            shown.value = !shown.value;
          }}
        >
          <Icon name={shown.value ? 'hide' : 'show'} />
        </button>
      </div>
      <Below id={id} hint={hint} problem={problem} />
    </div>
  );
}
