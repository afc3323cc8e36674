import { useSignal } from '@preact/signals';
import { AccessList } from '../../components/AccessList.js';
import { Dialog } from '../../components/Dialog.js';
import { Field } from '../../components/Field.js';
import { LanguageField } from '../../components/LanguageField.js';
import { ErrorNotice } from '../../components/Notice.js';
import { UserText } from '../../components/Text.js';
import { useSubmit } from '../../components/useSubmit.js';
import { ApiError } from '../../http.js';
import { type Language, languages, messages } from '../../i18n/locale.js';
import type { UserRecord } from '../../users.js';
import { AccessEditor, accessProblem, storedAccess } from './AccessEditor.js';
import { readUser, saveUser } from './data.js';
import { texts } from './texts.js';

interface UserFormProps {
  user: UserRecord;
  reload: () => void;
  onSaved: () => void;
  onClose: () => void;
}

export function UserForm({ user, reload, onSaved, onClose }: UserFormProps) {
  const m = texts.value;
  /** As it was when the form was opened: the list behind it goes on being read. */
  const opened = useSignal(user).peek();
  /** What somebody else has made of it meanwhile. */
  const theirs = useSignal<UserRecord | undefined>(undefined);
  const access = useSignal(opened.access);
  const { onSubmit, busy, error, problemOf } = useSubmit({
    check: () => {
      const problem = accessProblem(access.peek());
      return problem ? { access: problem } : {};
    },
    run: async (data) => {
      const [name, language] = [String(data.get('name')).trim(), String(data.get('language'))];
      const fields = { name, language, access: storedAccess(access.peek()) };
      try {
        await saveUser(theirs.peek() ?? opened, fields);
      } catch (cause) {
        if (!(cause instanceof ApiError && cause.failure === 'conflict')) throw cause;
        // Shown beside what was typed: to save it all the same is then a choice.
        theirs.value = await readUser(opened.id);
        reload();
        return;
      }
      onSaved();
    },
    at: { last_owner: 'access' },
  });
  return (
    <Dialog title={m.editName(opened.name)} onClose={onClose}>
      <form class="form" onSubmit={onSubmit} noValidate>
        <Field
          label={m.name}
          name="name"
          autocomplete="off"
          required
          defaultValue={opened.name}
          problem={problemOf('name')}
        />
        <LanguageField label={m.language} none={m.theirBrowser} value={opened.language} />
        <AccessEditor
          access={access.value}
          onChange={(next) => {
            access.value = next;
          }}
          problem={problemOf('access')}
        />
        {theirs.value && <Theirs key={theirs.value.version} user={theirs.value} />}
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

/** What stands there now, of what the form would replace. */
function Theirs({ user: { name, language, access } }: { user: UserRecord }) {
  const m = texts.value;
  return (
    <div role="alert">
      <p class="notice notice-error">{m.conflict}</p>
      <dl class="facts">
        <div>
          <dt>{m.name}</dt>
          <dd>
            <UserText>{name}</UserText>
          </dd>
        </div>
        <div>
          <dt>{m.language}</dt>
          <dd>{languages[language as Language]?.name ?? m.theirBrowser}</dd>
        </div>
        <div>
          <dt>{m.access}</dt>
          <dd>
            <AccessList access={access} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
