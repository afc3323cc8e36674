import './page.css';
import { useSignal } from '@preact/signals';
import type { ProductImport, ProductImportRow } from '../../../schemas/product_imports.js';
import { BackLink } from '../../components/BackLink.js';
import { PageHeading } from '../../components/Heading.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useFormat, useSite } from '../../components/site.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError } from '../../http.js';
import { messages } from '../../i18n/locale.js';
import { urlOf } from '../../urls.js';
import { Columns } from './Columns.js';
import { preview, store } from './data.js';
import { Rows } from './Rows.js';
import { texts } from './texts.js';

/** Products out of a file: what would become of each row, and that it does. Nothing of the file is kept. */
export function Page() {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const file = useSignal<File | undefined>(undefined);
  const found = useSignal<ProductImport | undefined>(undefined);
  const busy = useSignal(false);
  const error = useFailure();
  /** Rows that are through, each with why it was not stored. */
  const through = useSignal<ReadonlyMap<number, ApiError | undefined>>(new Map());

  async function whileBusy(act: () => Promise<void>) {
    if (busy.peek()) return;
    busy.value = true;
    error.value = undefined;
    try {
      await act();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }
  const read = (mapping?: readonly string[]) =>
    whileBusy(async () => {
      const chosen = file.peek();
      if (!chosen) return;
      through.value = new Map();
      found.value = await preview(site.id, chosen, mapping);
    });
  const changing = found.value?.rows.filter(({ product, changes }) => product && changes.length > 0) ?? [];
  const run = () =>
    whileBusy(() =>
      store(site.id, changing, (row: ProductImportRow, why) => {
        through.value = new Map([...through.peek(), [row.row, why]]);
      }),
    );
  const isRun = through.value.size > 0;
  const stored = [...through.value.values()].filter((why) => !why).length;
  const said = (m.unusable as Partial<Record<string, string>>)[error.value?.details[0]?.rule ?? ''];
  return (
    <>
      <BackLink href={urlOf('/products', { site: site.id })}>{m.back}</BackLink>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack stack-wide">
        <p>{m.intro}</p>
        <label class="field">
          <span>{m.choose}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            onChange={({ currentTarget }) => {
              file.value = currentTarget.files?.[0];
              found.value = undefined;
              void read();
            }}
          />
        </label>
        {error.value &&
          (error.value.code === 'import_invalid' && said ? (
            <p class="notice notice-error" role="alert">
              {said}
            </p>
          ) : (
            <ErrorNotice error={error.value} />
          ))}
        {busy.value && !found.value && <p role="status">{messages.value.loading}</p>}
        {found.value && (
          <>
            <Columns
              key={JSON.stringify(found.value.columns)}
              columns={found.value.columns}
              onChoose={read}
            />
            {isRun ? (
              <p role="status">
                {busy.value
                  ? m.progress(format.number(through.value.size), format.number(changing.length))
                  : m.done(stored)}
              </p>
            ) : changing.length > 0 ? (
              <div class="actions">
                <button type="button" class="button button-main" aria-disabled={busy.value} onClick={run}>
                  {m.run(changing.length)}
                </button>
              </div>
            ) : (
              <p>{m.nothingToDo}</p>
            )}
            <Rows found={found.value} through={through.value} />
          </>
        )}
      </div>
    </>
  );
}
