import { useSignal } from '@preact/signals';
import { listKeys, type MadeKey } from '../../api.js';
import { PageHeading } from '../../components/Heading.js';
import { ErrorNotice, Skeleton, StaleNotice } from '../../components/Notice.js';
import { messages } from '../../i18n/locale.js';
import { useLiveRecord } from '../../live/use.js';
import { KeyList } from './KeyList.js';
import { MakeKey } from './MakeKey.js';
import { NewKey } from './NewKey.js';

const POLL_MS = 15_000;

/** The secret keys of servers and scripts: of all sites, whichever one is chosen. */
export function KeysPage() {
  const m = messages.value.keys;
  const { record: keys, error, retry } = useLiveRecord('keys', POLL_MS, listKeys);
  const made = useSignal<MadeKey | undefined>(undefined);

  function onMade(key: MadeKey) {
    made.value = key;
    retry();
  }

  return (
    <>
      <div class="page-head">
        <PageHeading title={m.title} />
      </div>
      <div class="stack">
        <p>{m.intro}</p>
        {made.value ? (
          <NewKey
            made={made.value}
            onDone={() => {
              made.value = undefined;
            }}
          />
        ) : (
          <MakeKey onMade={onMade} />
        )}
        <section class="card" aria-labelledby="keys">
          <h2 id="keys">{m.list}</h2>
          {error && keys && <StaleNotice />}
          {!keys && (error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton lines={3} />)}
          {keys && <KeyList keys={keys} reload={retry} />}
        </section>
      </div>
    </>
  );
}
