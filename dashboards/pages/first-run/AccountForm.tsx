import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { Field } from '../../components/Field.js';
import { ErrorNotice } from '../../components/Notice.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useSubmit } from '../../components/useSubmit.js';
import { request } from '../../http.js';
import { language, messages } from '../../i18n/locale.js';
import { toOrigin } from '../../origins/origins.js';
import { isSetupLater, me, readSession } from '../../session.js';
import { urlOf } from '../../urls.js';
import { siteKeyOf } from './propose.js';
import { SiteFields } from './SiteFields.js';
import { texts } from './texts.js';

const textOf = (data: FormData, name: string) => String(data.get(name) ?? '').trim();

function check(data: FormData): Record<string, string> {
  const m = texts.peek();
  const origin = textOf(data, 'site.origins');
  const id = textOf(data, 'site.id');
  return {
    ...(origin && !toOrigin(origin) && { 'site.origins': m.originWrong }),
    ...(id && !/^[\w.-]{1,64}$/.test(id) && { 'site.id': m.idWrong }),
  };
}

export function AccountForm() {
  const m = texts.value;
  const { route } = useLocation();
  /** As long as nobody has typed another one, the key follows the address. */
  const key = useSignal<{ id: string; isOwn: boolean }>({ id: '', isOwn: false });

  async function run(data: FormData): Promise<void> {
    const id = textOf(data, 'site.id');
    const site = {
      id,
      name: textOf(data, 'site.name'),
      origins: [toOrigin(textOf(data, 'site.origins')) ?? ''],
      timeZone: textOf(data, 'site.timeZone'),
      currency: textOf(data, 'site.currency'),
    };
    const [name, email] = [textOf(data, 'name'), textOf(data, 'email')];
    const body = { name, email, password: String(data.get('password')), language: language.peek(), site };
    await request('POST', '/v1/setup', { body });
    // Whoever held the key is somebody from now on.
    me.value = undefined;
    route(urlOf('/install', { site: id }), true);
    await readSession();
  }

  const { onSubmit, busy, error, problemOf } = useSubmit({ run, check });
  return (
    <form class="form" onSubmit={onSubmit} noValidate>
      <fieldset class="choices form">
        <legend>{m.you}</legend>
        <Field
          label={m.name}
          name="name"
          autocomplete="name"
          required
          autofocus
          problem={problemOf('name')}
        />
        <Field
          label={m.email}
          name="email"
          type="email"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          problem={problemOf('email')}
        />
        <PasswordField
          autocomplete="new-password"
          hint={messages.value.password.hint}
          problem={problemOf('password')}
        />
      </fieldset>
      <fieldset class="choices form">
        <legend>{m.site}</legend>
        <SiteFields
          id={key.value.id}
          onId={(id) => {
            key.value = { id, isOwn: id !== '' };
          }}
          onOrigin={(text) => {
            const origin = toOrigin(text);
            if (origin && !key.peek().isOwn) key.value = { id: siteKeyOf(origin), isOwn: false };
          }}
          problemOf={problemOf}
        />
      </fieldset>
      {error && <ErrorNotice error={error} />}
      <button type="submit" class="button button-main" aria-disabled={busy}>
        {m.submit}
      </button>
      <button
        type="button"
        class="button button-plain"
        onClick={() => {
          isSetupLater.value = true;
        }}
      >
        {m.later}
      </button>
    </form>
  );
}
