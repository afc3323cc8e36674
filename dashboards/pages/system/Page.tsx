import './page.css';
import type { SystemState } from '../../../schemas/system.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { request } from '../../http.js';
import { useEvery } from '../../live/every.js';
import { useLiveRecord } from '../../live/use.js';
import { Damaged } from './Damaged.js';
import { Database, Disk, Program, Queue } from './Facts.js';
import { Tables } from './Tables.js';
import { Troubles } from './Troubles.js';
import { texts } from './texts.js';

/** No stream tells how full a disk is. */
const EVERY_MS = 5_000;

/** How this Leadline does: what waits, what is stored, what is wrong and what to do. */
export function Page() {
  const m = texts.value;
  const system = useLiveRecord(
    'system',
    [],
    async (signal) => (await request('GET', '/v1/system', { signal })) as SystemState,
  );
  useEvery(EVERY_MS, system.retry);
  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack">
        <p>{m.intro}</p>
        <Loaded list={system}>
          {(state) => (
            <>
              <Troubles state={state} />
              <div class="system-facts">
                <Queue {...state} />
                {state.disk && <Disk {...state.disk} />}
                <Database {...state.clickhouse} />
                <Program {...state} />
              </div>
              <Damaged {...state} />
              {state.tables.length > 0 && <Tables tables={state.tables} />}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}
