import { Field } from '../components/Field.js';
import { ErrorNotice } from '../components/Notice.js';
import { useSubmit } from '../components/useSubmit.js';

interface NameFormProps {
  label: string;
  /** What its button says. */
  action: string;
  value?: string;
  /** @throws ApiError, which is shown; the name stays as it was typed */
  save: (name: string) => Promise<void>;
}

/** One name and a button. */
export function NameForm({ label, action, value = '', save }: NameFormProps) {
  const { onSubmit, busy, error, problemOf } = useSubmit({
    run: (data) => save(String(data.get('name') ?? '').trim()),
  });
  return (
    <form class="form" noValidate onSubmit={onSubmit}>
      <Field
        name="name"
        label={label}
        defaultValue={value}
        maxLength={100}
        autocomplete="off"
        required
        problem={problemOf('name')}
      />
      {error && <ErrorNotice error={error} />}
      <button type="submit" class="button button-small" aria-disabled={busy}>
        {action}
      </button>
    </form>
  );
}
