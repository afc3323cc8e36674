import { useSignal } from '@preact/signals';
import { Dialog } from '../../components/Dialog.js';
import { Field } from '../../components/Field.js';
import { LanguageField } from '../../components/LanguageField.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useSubmit } from '../../components/useSubmit.js';
import { ApiError } from '../../http.js';
import { messages } from '../../i18n/locale.js';
import { AccessEditor, accessProblem } from './AccessEditor.js';
import { saveUser, type UserRecord } from './data.js';
import { texts } from './texts.js';

interface UserFormProps {
  /** As it was read last: after a conflict the next try is for what is there by then. */
  user: UserRecord;
  reload: () => void;
  onSaved: () => void;
  onClose: () => void;
}

export function UserForm({ user, reload, onSaved, onClose }: UserFormProps) {
  const m = texts.value;
  const access = useSignal(user.access);
  const { onSubmit, busy, error, problemOf } = useSubmit({
    check: () => {
      const problem = accessProblem(access.peek());
      return problem ? { access: problem } : {};
    },
    run: async (data) => {
      const [name, language] = [String(data.get('name')).trim(), String(data.get('language'))];
      try {
        await saveUser(user, { name, language, access: access.peek() });
      } catch (cause) {
        if (cause instanceof ApiError && cause.failure === 'conflict') reload();
        throw cause;
      }
      onSaved();
    },
    at: { last_owner: 'access' },
  });
  return (
    <Dialog title={m.editName(user.name)} onClose={onClose}>
      <form class="form" onSubmit={onSubmit} noValidate>
        <Field
          label={m.name}
          name="name"
          autocomplete="off"
          required
          defaultValue={user.name}
          problem={problemOf('name')}
        />
        <LanguageField label={m.language} none={m.theirBrowser} value={user.language} />
        <AccessEditor
          access={access.value}
          onChange={(next) => {
            access.value = next;
          }}
          problem={problemOf('access')}
        />
        {error && <ErrorNotice error={error} />}
        <div class="actions">
          <button type="submit" class="button button-main" aria-disabled={busy}>
            {messages.value.save}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {messages.value.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
