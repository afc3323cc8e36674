import './page.css';
import { useSignal } from '@preact/signals';
import { Confirm } from '../../components/Confirm.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField, TextField } from '../../components/fields.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { toast } from '../../components/toast.js';
import { useLiveRecord } from '../../live/use.js';
import { type ConsentTextRecord, listTexts, removeText, saveText, valuesOf } from './data.js';
import { texts } from './texts.js';

/** The sentences that people agree to. */
export function Page() {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const list = useLiveRecord(`consentTexts ${site.id}`, ['consentTexts'], (signal) =>
    listTexts(site.id, signal),
  );
  const open = useSignal<ConsentTextRecord | 'new' | undefined>(undefined);
  const removing = useSignal<ConsentTextRecord | undefined>(undefined);
  const chosen = open.value;
  const onClose = () => {
    open.value = undefined;
  };
  return (
    <>
      <div class="page-head">
        <PageHeading />
        <button
          type="button"
          class="button"
          onClick={() => {
            open.value = 'new';
          }}
        >
          {m.add}
        </button>
      </div>
      <div class="stack stack-wide">
        <p>{m.intro}</p>
        <section class="card" aria-labelledby="consent-texts">
          <h2 id="consent-texts">{m.list}</h2>
          <Loaded list={list}>
            {(rows) =>
              rows.length === 0 ? (
                <p class="muted">{m.none}</p>
              ) : (
                <ul class="consent-texts">
                  {rows.map((one) => (
                    <li key={one.id}>
                      <div>
                        <p>
                          <strong>
                            <UserText>{one.purpose}</UserText>
                          </strong>{' '}
                          <span class="muted small">
                            {[m.version(one.version), one.language && format.languageName(one.language)]
                              .filter(Boolean)
                              .join(' · ')}
                          </span>
                        </p>
                        <p>
                          <UserText>{one.text}</UserText>
                        </p>
                      </div>
                      <div class="actions">
                        <button
                          type="button"
                          class="button button-small"
                          aria-label={m.changeOf(one.purpose)}
                          onClick={() => {
                            open.value = one;
                          }}
                        >
                          {m.change}
                        </button>
                        <button
                          type="button"
                          class="button button-small"
                          aria-label={m.removeOf(one.purpose)}
                          onClick={() => {
                            removing.value = one;
                          }}
                        >
                          {m.remove}
                        </button>
                      </div>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </section>
      </div>
      {chosen && <TextDialog known={chosen === 'new' ? undefined : chosen} onClose={onClose} />}
      {removing.value && (
        <Confirm
          title={m.removeTitle}
          action={m.remove}
          run={async () => {
            if (removing.value) await removeText(site.id, removing.value);
            removing.value = undefined;
            toast(m.removed);
          }}
          onClose={() => {
            removing.value = undefined;
          }}
        >
          <p>{m.removeText}</p>
        </Confirm>
      )}
    </>
  );
}

function TextDialog({ known, onClose }: { known: ConsentTextRecord | undefined; onClose: () => void }) {
  const m = texts.value;
  const { site } = useSite();
  return (
    <Dialog title={known ? m.changeOf(known.purpose) : m.add} onClose={onClose}>
      <Form
        name={`consentTexts ${site.id} ${known?.id ?? ''}`}
        values={valuesOf(known ?? {})}
        submit={m.save}
        onCancel={onClose}
        {...(known && { valuesOf, version: known.version })}
        save={async (values, version) => {
          await saveText(site.id, values, known && { id: known.id, version: version ?? known.version });
          toast(m.saved);
          onClose();
        }}
      >
        <TextField name="purpose" label={m.purpose} hint={m.purposeHint} maxLength={200} required />
        <AreaField name="text" label={m.text} maxLength={10_000} required />
        <TextField name="language" label={m.language} hint={m.languageHint} maxLength={35} />
        <TextField name="url" label={m.url} hint={m.urlHint} inputMode="url" maxLength={4_096} />
      </Form>
    </Dialog>
  );
}
