import { query } from '../../api.js';
import { announce } from '../../components/announce.js';
import { DataTable } from '../../components/DataTable.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { ErrorNotice } from '../../components/Notice.js';
import { useFormat, useSite } from '../../components/site.js';
import { useFailure } from '../../components/useFailure.js';
import { ApiError, request } from '../../http.js';
import { useLiveRecord } from '../../live/use.js';
import { columnsOf, titleOf } from './columns.js';
import type { JobRow } from './sentence.js';
import { texts } from './texts.js';

/** Few: some of the instance, some of each site. */
const ROWS_MAX = 1_000;

/** Background work: how far it is, what failed, and to have it done now. */
export function Page() {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const error = useFailure();
  const jobs = useLiveRecord(`jobs ${site.id}`, ['jobs'], async (signal) => {
    const { rows } = await query('jobs', { site: site.id, limit: ROWS_MAX }, signal);
    return rows;
  });

  async function run({ job, scope, id }: JobRow) {
    error.value = undefined;
    const path = scope === 'site' ? `/v1/sites/${encodeURIComponent(site.id)}/jobs` : '/v1/jobs';
    try {
      await request('POST', path, { body: { job, ...(id && { id }) } });
      announce(m.started(titleOf(job)));
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error.value = cause;
    }
  }

  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack stack-wide">
        <p>{m.intro}</p>
        {error.value && <ErrorNotice error={error.value} />}
        <Loaded list={jobs}>
          {(rows) => (
            <DataTable
              name="jobs"
              label={m.list}
              rows={rows}
              keyOf={({ key }) => key}
              columns={columnsOf(site.name, format)}
              empty={<p role="status">{m.empty}</p>}
              actions={(row) => (
                <button
                  type="button"
                  class="button button-small"
                  aria-label={m.runName(titleOf(row.job))}
                  onClick={() => run(row)}
                >
                  {m.run}
                </button>
              )}
            />
          )}
        </Loaded>
      </div>
    </>
  );
}
