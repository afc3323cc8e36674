import { useSignal } from '@preact/signals';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { useLiveRecord } from '../../live/use.js';
import { listUsers } from '../../users.js';
import { listKeys, type MadeKey } from './data.js';
import { KeyTable } from './KeyTable.js';
import { MakeKey } from './MakeKey.js';
import { NewKey } from './NewKey.js';
import { texts } from './texts.js';

/** The secret keys of servers and scripts: of all sites, whichever one is chosen. */
export function Page() {
  const m = texts.value;
  const keys = useLiveRecord('keys', ['keys'], listKeys);
  const { record: users } = useLiveRecord('users', ['users'], listUsers);
  const made = useSignal<MadeKey | undefined>(undefined);

  function onMade(key: MadeKey) {
    made.value = key;
    keys.retry();
  }

  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack stack-wide">
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
          <Loaded list={keys}>
            {(rows) => <KeyTable keys={rows} users={users ?? []} reload={keys.retry} />}
          </Loaded>
        </section>
      </div>
    </>
  );
}
