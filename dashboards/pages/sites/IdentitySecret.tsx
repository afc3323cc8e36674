import { useSignal } from '@preact/signals';
import type { Site } from '../../api.js';
import { Confirm } from '../../components/Confirm.js';
import { ErrorNotice } from '../../components/Notice.js';
import { Snippet } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { type Identity, readIdentity, renewIdentity } from './data.js';
import { inPage, signing } from './signing.js';
import { texts } from './texts.js';

/** What the site's servers sign with who somebody is: hidden until it is asked for, and renewed after a question. */
export function IdentitySecret({ site }: { site: Site }) {
  const m = texts.value;
  const { reload } = useSite();
  const error = useFailure();
  const shown = useSignal<Identity | undefined>(undefined);
  const isAsking = useSignal(false);

  async function show() {
    error.value = undefined;
    try {
      shown.value = await readIdentity(site.id);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    }
  }

  async function renew() {
    try {
      await renewIdentity(site);
    } catch (cause) {
      // Somebody has saved the site meanwhile: with that read anew, it can be asked again.
      if (cause instanceof ApiError && cause.failure === 'conflict') reload();
      throw cause;
    }
    isAsking.value = false;
    shown.value = undefined;
    toast(m.renewed);
    reload();
  }

  return (
    <section class="card" aria-labelledby="identity">
      <h2 id="identity">{m.identity}</h2>
      <p>{m.identityText}</p>
      {shown.value && (
        <>
          <Snippet code={shown.value.secret} />
          <p>{m.identityCode}</p>
          {signing.map(({ language, code }) => (
            <div key={language}>
              <h3 translate={false}>{language}</h3>
              <Snippet code={code} />
            </div>
          ))}
          <p>{m.identityPage}</p>
          <Snippet code={inPage} />
        </>
      )}
      {error.value && <ErrorNotice error={error.value} />}
      <div class="actions">
        {shown.value ? (
          <button
            type="button"
            class="button"
            onClick={() => {
              shown.value = undefined;
            }}
          >
            {m.hideSecret}
          </button>
        ) : (
          <button type="button" class="button" onClick={show}>
            {m.showSecret}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {m.renew}
        </button>
      </div>
      {isAsking.value && (
        <Confirm
          title={m.renewQuestion}
          action={m.renew}
          run={renew}
          onClose={() => {
            isAsking.value = false;
          }}
        >
          <p>{m.renewText}</p>
        </Confirm>
      )}
    </section>
  );
}
