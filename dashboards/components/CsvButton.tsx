import './chips.css';
import { useSignal } from '@preact/signals';
import { ApiError, requestCsv } from '../http.js';
import { messages } from '../i18n/locale.js';
import { announce } from './announce.js';
import { Icon } from './Icon.js';
import { ErrorNotice } from './Notice.js';
import { texts } from './texts.js';
import { useFailure } from './useFailure.js';

interface CsvButtonProps {
  /** Of the query, with all that is looked for and no limit: `/v1/query/leads?site=shop&status=new`. */
  path: string;
  /** Of the file, without its ending. */
  file: string;
  /** What the button says where it is not all that is shown. */
  label?: string;
}

/** Saves all that a query finds as a file. */
export function CsvButton({ path, file, label }: CsvButtonProps) {
  const m = texts.value.table;
  const busy = useSignal(false);
  const error = useFailure();
  async function onDownload() {
    if (busy.peek()) return;
    busy.value = true;
    error.value = undefined;
    try {
      save(await requestCsv(path), `${file}.csv`);
      announce(m.downloaded);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    } finally {
      busy.value = false;
    }
  }
  return (
    <>
      <button
        type="button"
        class="chip"
        aria-disabled={busy.value}
        aria-label={label ? undefined : m.csvHint}
        title={label ? undefined : m.csvHint}
        onClick={onDownload}
      >
        <Icon name="download" />
        {busy.value ? messages.value.loading : (label ?? m.csv)}
      </button>
      {error.value && <ErrorNotice error={error.value} />}
    </>
  );
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
