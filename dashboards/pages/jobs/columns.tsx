import type { Column } from '../../components/DataTable.js';
import { Ago, UserText } from '../../components/Text.js';
import type { Format } from '../../i18n/format.js';
import { messages } from '../../i18n/locale.js';
import { now } from '../../now.js';
import { type JobRow, lastOf, nextOf, stateOf } from './sentence.js';
import { texts } from './texts.js';

/** What a job is called; one of a newer Leadline by its name alone. */
export const titleOf = (job: string): string => wordsOf(job)?.title ?? job;

const wordsOf = (job: string): { title: string; does: string } | undefined =>
  Object.entries(texts.value.jobs).find(([name]) => name === job)?.[1];

/** What is done, of what, how far it is, when it was done and when it goes on. */
export function columnsOf(siteName: string, format: Format): Column<JobRow>[] {
  const m = texts.value;
  return [
    {
      name: 'job',
      title: m.columns.job,
      width: 13,
      wraps: true,
      cell: ({ job, id }) => (
        <>
          {titleOf(job)}
          {id && (
            <>
              {' '}
              <code>{id}</code>
            </>
          )}
          <span class="data-beside">{wordsOf(job)?.does}</span>
        </>
      ),
    },
    {
      name: 'scope',
      title: m.columns.of,
      width: 7,
      cell: ({ scope }) => (scope === 'site' ? <UserText>{siteName}</UserText> : messages.value.everySite),
    },
    {
      name: 'status',
      title: m.columns.state,
      width: 12,
      wraps: true,
      cell: (row) => stateOf(row, m, format, now.value),
    },
    {
      name: 'last',
      title: m.columns.last,
      width: 9,
      wraps: true,
      cell: (row) => {
        const last = lastOf(row);
        return last
          ? m.last(<Ago ts={last.at} />, last.tookMs >= 1_000 ? format.duration(last.tookMs) : undefined)
          : m.never;
      },
    },
    {
      name: 'next',
      title: m.columns.next,
      width: 7,
      wraps: true,
      cell: (row) => nextOf(row, m, format, now.value),
    },
    {
      name: 'lately',
      title: m.columns.lately,
      width: 9,
      isOptional: true,
      cell: ({ errors }) =>
        errors.length > 0 && m.lately(errors.filter((error) => error === '').length, errors.length),
    },
  ];
}
