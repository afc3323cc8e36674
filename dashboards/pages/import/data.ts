import type { MatchKey } from '../../../schemas/entities/import_words.js';
import type { Import, ImportAction, ImportOrder, ImportRow } from '../../../schemas/imports.js';
import { listAll, type Page } from '../../api.js';
import { request } from '../../http.js';
import { language } from '../../i18n/locale.js';
import { changedHere } from '../../live/own.js';

/** An import with the people who are there although it was undone. */
export type OneImport = Import & {
  people: { person_id: string; name: string; email: string; phone: string }[];
};

/** One of those that there are. */
export type ListedImport = Pick<Import, 'id' | 'name' | 'state' | 'rows'> &
  Record<ImportAction, number> & { sentAt: number; matchBy: MatchKey };

/** A file takes its time on the way. */
const SEND_MS = 10 * 60_000;

const pathOf = (site: string, id = '', part = '', asked: Record<string, string> = {}) =>
  `/v1/imports${id && `/${encodeURIComponent(id)}`}${part && `/${part}`}?${new URLSearchParams({ site, ...asked })}`;

/** The newest first. @throws ApiError */
export const imports = async (site: string, signal: AbortSignal): Promise<ListedImport[]> =>
  (await listAll<ListedImport>('imports', signal, site)).sort((one, other) => other.sentAt - one.sentAt);

/** @throws ApiError `import_invalid` for what is no file of people */
export async function send(site: string, file: File, encoding: string): Promise<Import> {
  const asked = { name: file.name.slice(0, 200), ...(encoding && { encoding }) };
  const sent = await request('POST', pathOf(site, '', '', asked), { file, timeoutMs: SEND_MS });
  changedHere(['imports']);
  return sent as Import;
}

/** @throws ApiError */
export const read = async (site: string, id: string, signal: AbortSignal): Promise<OneImport> =>
  (await request('GET', pathOf(site, id), { signal })) as OneImport;

/** Has something begun. @throws ApiError `import_state` where it cannot be */
export async function begin(
  site: string,
  id: string,
  what: 'preview' | 'run' | 'undo',
  body?: ImportOrder,
): Promise<void> {
  await request('POST', pathOf(site, id, what), { body });
  changedHere(['imports']);
}

const ROWS = 50;

/** What becomes of rows; those after the row that the page before ended with. @throws ApiError */
export async function rowsOf(
  site: string,
  id: string,
  action: ImportAction | '',
  after: string | undefined,
  signal?: AbortSignal,
): Promise<Page<ImportRow>> {
  const asked = { limit: String(ROWS), ...(action && { action }), ...(after && { after }) };
  const { rows } = (await request('GET', pathOf(site, id, 'rows', asked), { signal })) as {
    rows: ImportRow[];
  };
  return { rows, cursor: rows.length === ROWS ? String(rows.at(-1)?.row) : undefined };
}

export const failedPath = (site: string, id: string): string =>
  pathOf(site, id, 'failed', { language: language.value });
