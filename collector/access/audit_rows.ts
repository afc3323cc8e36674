import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import { asRow, type Row } from '../store/row.js';
import { clickhouseTime } from '../store/time.js';
import { wellFormedJson } from '../store/well_formed.js';
import type { Act } from './audit_act.js';
import { fieldsChanged, keptValues } from './audit_values.js';
import type { Told } from './repeated_acts.js';

/** What strangers name may be of any length. */
const TEXT_MAX = 256;
const COUNT_MAX = 2 ** 32 - 1;
/** Base 36, enough digits until the year 5188. */
const TIME_DIGITS = 9;

/** The rows of acts alike; of one that was just done also what it was about. */
export function rowsOf({ act, count, at }: Told, done?: Pick<Act, 'values' | 'persons'>): Row[] {
  const { before, after } = done?.values ?? {};
  const { site, originHash, version = 0, sites = [] } = act;
  const changed = act.action === 'changed' ? fieldsChanged(before, after) : [];
  const named = {
    site,
    audit_id: `${at.toString(36).padStart(TIME_DIGITS, '0')}-${act.sameAs === undefined ? nanoid(12) : digestOf(act.sameAs)}`,
    target: short(act.target),
    subject: short(act.subject),
  };
  const row = asRow('audit', {
    ...named,
    at: clickhouseTime(at),
    action: act.action,
    by: short(act.by),
    sites: [...sites],
    version,
    fields: [...(act.fields ?? changed)].map(short),
    code: short(act.code),
    count: Math.min(count, COUNT_MAX),
    session_id: short(act.sessionId),
    origin_hash: originHash,
    country: short(act.country),
  });
  const values = keptValues({ target: act.target, ...(done?.values && { values: done.values }) });
  if (!values) return [row];
  const persons = [...(done?.persons ?? [])];
  // The values first: an entry that is there has them.
  return [asRow('audit_values', { ...named, persons, data: wellFormedJson(values) }), row];
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 12);

const short = (text = '') => text.slice(0, TEXT_MAX);
