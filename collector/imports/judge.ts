import type { TableRows } from '../../schemas/gen/tables.js';
import { type ImportOrder, importStatuses } from '../../schemas/imports.js';
import { NOWHERE } from '../location/location.js';
import { ingest } from '../pipeline/index.js';
import type { SiteRecord } from '../records/sites.js';
import type { Row } from '../store/row.js';
import { pause } from './pause.js';
import { leadOf, type Saying, sayingOf } from './saying.js';

/** What rows are judged with. */
export interface Ground {
  site: SiteRecord;
  /** The instance's. */
  secret: string;
  /** When it is said, in milliseconds. */
  now: number;
}

/** Rows and events that are taken in one go, while nothing else is done. */
const TOGETHER = 100;

/** A row of a file as the pipeline understands it. */
export interface Judged {
  row: number;
  /** As the file has it, by field. */
  said: Saying;
  /** As it is kept; without what is none. */
  values: Saying;
  /** Why the pipeline refuses it, if it does. */
  refused: string;
}

/** Judges rows by the very pipeline that what they say goes through, so that nothing is understood otherwise then. */
export async function judge(
  rows: readonly { row: number; cells: readonly string[] }[],
  { mapping }: Pick<ImportOrder, 'mapping'>,
  ground: Ground,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (let from = 0; from < rows.length; from += TOGETHER) {
    judged.push(...judgeTogether(rows.slice(from, from + TOGETHER), mapping, ground));
    await pause();
  }
  return judged;
}

function judgeTogether(
  rows: readonly { row: number; cells: readonly string[] }[],
  mapping: readonly string[],
  ground: Ground,
): Judged[] {
  const saying = rows.map(({ row, cells }) => ({ row, said: sayingOf(cells, mapping) }));
  const events = saying.map(({ row, said }) => ({ id: `${row}`, ts: ground.now, ...leadOf(said) }));
  const { rows: stored, answer } = ingestTogether(events, ground);
  const refused = new Map(answer.rejected.map(({ index, reason }) => [index, reason]));
  const personal = new Map(
    stored
      .filter(({ table }) => table === 'personal_data')
      .map(({ json }) => JSON.parse(json) as TableRows['personal_data'])
      .map((one) => [one.event_id, one]),
  );
  return saying.map(({ row, said }, index) => {
    const kept = personal.get(`${row}`);
    const values = { ...(kept && valuesOf(kept)), ...ownValues(said) };
    return { row, said, values, refused: refused.get(index) ?? '' };
  });
}

/** What events of a server become. */
export async function ingested(events: readonly object[], ground: Ground): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < events.length; from += TOGETHER) {
    rows.push(...ingestTogether(events.slice(from, from + TOGETHER), ground).rows);
    await pause();
  }
  return rows;
}

function ingestTogether(events: object[], { site, secret, now }: Ground) {
  return ingest({
    site,
    batch: { site: site.id, events, context: {} },
    receivedAt: now,
    isPublic: false,
    userAgent: '',
    acceptLanguage: '',
    isPrefetch: false,
    location: NOWHERE,
    origin: '',
    secret,
  });
}

function valuesOf({ email, phone, customer, name, company, attributes }: TableRows['personal_data']): Saying {
  const all = { ...attributes, email, phone, customer, name, company };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** What events of their own tell. */
function ownValues({ status = '', owner = '' }: Saying): Saying {
  const known = importStatuses.find((one) => one === status.toLowerCase());
  return { ...(known && { status: known }), ...(owner && { owner: ownerOf(owner) }) };
}

const OWNER_MAX = 200;
/** Users go by their e-mail address, whichever way it is written. */
const ownerOf = (text: string) => (text.includes('@') ? text.toLowerCase() : text).slice(0, OWNER_MAX);
