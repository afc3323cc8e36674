import type { Rich } from '../../i18n/messages.js';
import type { AuditRow } from './data.js';
import type { Texts } from './texts.en.js';

type Words = Partial<Record<string, string>>;

/** Fields that say nothing to people. */
const OURS = new Set(['digest', 'epoch']);

/** Who did it: by name, even of those who left. */
export function actorOf({ by, by_name }: Pick<AuditRow, 'by' | 'by_name'>, m: Texts): string {
  if (by_name) return by_name;
  if (by === 'owner') return m.adminKey;
  if (by === 'leadline') return 'Leadline';
  if (by.startsWith('key:')) return m.apiKey(by.slice(4));
  return by.replace(/^user:/, '') || m.somebody;
}

/** How a sentence is written. */
interface Telling {
  /** Isolates what people wrote. */
  mark: (text: string) => Rich;
  /** What people call a record, where it is known. */
  nameOf: (target: string, id: string) => string | undefined;
}

/**
 * What happened, as a sentence.
 *
 * @example 'Ada changed the product Mug: price'
 */
export function sentenceOf(row: AuditRow, m: Texts, { mark, nameOf }: Telling): Rich {
  const { target, fields, code, count, action } = row;
  const words: Words = m.fields;
  const codes: Words = m.codes;
  const who = mark(actorOf(row, m));
  const subject = row.subject && (calledIn(row) ?? nameOf(target, row.subject) ?? row.subject);
  let what = targetOf(target, subject, m, mark);
  const touched = fields.filter((field) => !OURS.has(field));
  if (touched.length > 0 && action === 'changed')
    what = m.sentences.touched(what, touched.map((field) => words[field] ?? field).join(', '));
  const reason = code && (codes[code] ?? code);
  const times = count > 1 ? `, ${m.times(count)}` : '';
  switch (action) {
    case 'signed_in':
    case 'signed_out':
      return m.sentences[action](who);
    case 'sign_in_refused':
      return [m.sentences[action](who), reason ? `: ${reason}` : '', times];
    case 'created':
    case 'changed':
    case 'deleted':
    case 'viewed':
    case 'exported':
      return m.sentences[action](who, what);
    case 'refused':
      return [m.sentences.refused(who, what), reason ? ` (${reason})` : '', times];
    default:
      return m.sentences.other(who, what, action);
  }
}

/** What a record was called then. */
function calledIn({ before, after }: AuditRow): string | undefined {
  const names = [after.name, before.name, after.email, before.email];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}

function targetOf(target: string, subject: string, m: Texts, mark: (text: string) => Rich): Rich {
  const one: Words = m.targets;
  const all: Words = m.lists;
  if (!subject) return all[target] ?? one[target] ?? target;
  return [one[target] ?? target, ' ', mark(subject)];
}
