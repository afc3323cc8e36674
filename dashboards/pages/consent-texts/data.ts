import type { ConsentText } from '../../../schemas/entities/consent_texts.js';
import { listAll } from '../../api.js';
import { request } from '../../http.js';
import { changedHere } from '../../live/own.js';

export type ConsentTextRecord = ConsentText & { id: string; version: number };
/** What the form of a text shows: what is missing there is empty here. */
export type ConsentTextValues = { [Field in keyof ConsentText]-?: string };

export const valuesOf = ({ purpose, text, language, url }: Partial<ConsentText>): ConsentTextValues => ({
  purpose: purpose ?? '',
  text: text ?? '',
  language: language ?? '',
  url: url ?? '',
});

export const listTexts = (site: string, signal?: AbortSignal) =>
  listAll<ConsentTextRecord>('consentTexts', signal, site);

const pathOf = (site: string, id = '') =>
  `/v1/entities/consentTexts${id && `/${encodeURIComponent(id)}`}?${new URLSearchParams({ site })}`;

/** @param known the record that is changed; a new one without it. @throws ApiError */
export async function saveText(
  site: string,
  { language, url, ...fields }: ConsentTextValues,
  known?: { id: string; version: number },
): Promise<void> {
  const body = {
    ...fields,
    ...(language.trim() && { language: language.trim() }),
    ...(url.trim() && { url: url.trim() }),
  };
  if (known) await request('PUT', pathOf(site, known.id), { body, version: known.version });
  else await request('POST', pathOf(site), { body });
  changedHere(['consentTexts']);
}

/** @throws ApiError */
export async function removeText(site: string, { id, version }: ConsentTextRecord): Promise<void> {
  await request('DELETE', pathOf(site, id), { version });
  changedHere(['consentTexts']);
}
