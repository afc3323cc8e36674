import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type ImportAction, type ImportRow, importActions } from '../../../schemas/imports.js';
import { CsvButton } from '../../components/CsvButton.js';
import { DataTable } from '../../components/DataTable.js';
import { ShowMore } from '../../components/ShowMore.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useLiveList } from '../../live/use.js';
import { knownAttributes } from '../../people/attributes.js';
import { texts as peopleTexts } from '../../people/texts.js';
import { personUrl } from '../../urls.js';
import { failedPath, type OneImport, rowsOf } from './data.js';
import { fieldName, fieldOptions } from './fields.js';
import { texts } from './texts.js';

/** What becomes of each row, and why. */
export function Rows({ one }: { one: OneImport }) {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const region = useRef<HTMLDivElement>(null);
  const action = useSignal<ImportAction | ''>('');
  const options = fieldOptions(knownAttributes(site.attributes, format, peopleTexts.value), m);
  const names = (fields: readonly string[]) => fields.map((field) => fieldName(options, field)).join(', ');
  const list = useLiveList<ImportRow>({
    key: `import rows ${site.id} ${one.id} ${JSON.stringify(one.counts)} ${action.value}`,
    of: [],
    idOf: ({ row }) => String(row),
    load: (cursor, signal) => rowsOf(site.id, one.id, action.value, cursor, signal),
  });
  const total = action.value ? one.counts[action.value] : one.rows;
  return (
    <div ref={region} tabIndex={-1}>
      <DataTable
        name="import-rows"
        label={m.preview}
        rows={list.rows}
        keyOf={({ row }) => String(row)}
        href={({ person_id, action }) =>
          person_id && (one.state === 'done' || action === 'update')
            ? personUrl(site.id, person_id)
            : undefined
        }
        total={total}
        error={list.error}
        retry={list.retry}
        columns={[
          { name: 'row', title: m.row, width: 4, cell: ({ row }) => format.number(row) },
          { name: 'action', title: m.what, width: 7, cell: ({ action }) => m.actions[action] },
          {
            name: 'why',
            title: m.why,
            width: 16,
            wraps: true,
            cell: (row) => (
              <>
                {row.reason && m.reasons[row.reason](fieldName(options, row.detail))}
                {row.action === 'update' && names(row.changes)}
                {row.unread.length > 0 && <span class="data-beside">{m.unread(names(row.unread))}</span>}
              </>
            ),
          },
          {
            name: 'cells',
            title: m.cells,
            width: 22,
            cell: ({ cells }) => <UserText>{cells.filter(Boolean).join(' · ')}</UserText>,
          },
        ]}
      >
        <fieldset class="import-actions">
          <legend class="hidden-text">{m.what}</legend>
          {(['', ...importActions] as const).map((one_) => (
            <label key={one_} class="choice">
              <input
                type="radio"
                name="action"
                checked={action.value === one_}
                onChange={() => {
                  action.value = one_;
                }}
              />
              {one_ ? m.counted(m.actions[one_], format.number(one.counts[one_])) : m.all}
            </label>
          ))}
        </fieldset>
        {one.counts.skip > 0 && (
          <CsvButton
            path={failedPath(site.id, one.id)}
            label={m.skippedFile}
            file={`skipped ${one.name.replace(/\.\w+$/, '')}`}
          />
        )}
      </DataTable>
      <ShowMore list={list} focusAfter={() => region.current} />
    </div>
  );
}
