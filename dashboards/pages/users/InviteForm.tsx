import { useSignal } from '@preact/signals';
import type { Access } from '../../access.js';
import { Field } from '../../components/Field.js';
import { LanguageField } from '../../components/LanguageField.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { useSubmit } from '../../components/useSubmit.js';
import { messages } from '../../i18n/locale.js';
import { AccessEditor, accessProblem, storedAccess } from './AccessEditor.js';
import { invite } from './data.js';
import { texts } from './texts.js';

export function InviteForm({ onInvited }: { onInvited: (link: { name: string; url: string }) => void }) {
  const m = texts.value;
  const { site } = useSite();
  const access = useSignal<Access[]>([{ site: site.id, roles: ['rep'], people: 'all' }]);
  const { onSubmit, busy, error, problemOf } = useSubmit({
    check: () => {
      const problem = accessProblem(access.peek());
      return problem ? { access: problem } : {};
    },
    run: async (data) => {
      const text = (name: string) => String(data.get(name) ?? '').trim();
      const [email, name, language] = [text('email'), text('name'), text('language')];
      const url = await invite({
        email,
        access: storedAccess(access.peek()),
        ...(name && { name }),
        ...(language && { language }),
      });
      onInvited({ name: name || email, url });
    },
    at: { email_taken: 'email' },
  });
  return (
    <section class="card" aria-labelledby="invite">
      <h2 id="invite">{m.invite}</h2>
      <p>{m.inviteIntro}</p>
      <form class="form" onSubmit={onSubmit} noValidate>
        <div class="form-pair">
          <Field
            label={m.email}
            name="email"
            type="email"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            problem={problemOf('email')}
          />
          <Field
            label={messages.value.optional(m.name)}
            name="name"
            autocomplete="off"
            problem={problemOf('name')}
          />
        </div>
        <LanguageField label={m.language} none={m.theirBrowser} value={undefined} />
        <AccessEditor
          access={access.value}
          onChange={(next) => {
            access.value = next;
          }}
          problem={problemOf('access')}
        />
        {error && <ErrorNotice error={error} />}
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {m.makeLink}
        </button>
      </form>
    </section>
  );
}
