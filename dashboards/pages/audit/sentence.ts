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

/** Who it was, in the middle of a sentence, by the name of today. */
export function holderOf(by: string, m: Texts, nameOf: Telling['nameOf']): string {
  const id = by.slice(by.indexOf(':') + 1);
  if (by === 'owner') return m.theAdminKey;
  if (by.startsWith('key:')) return m.key(nameOf('keys', id) ?? id);
  return nameOf('users', id) ?? id;
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
  const own = ownSentence(row, m, { mark, nameOf });
  if (own) return own;
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

/** What was decided of two people by hand. */
const DECIDED: Partial<Record<string, 'joined' | 'separated' | 'undecided'>> = {
  'persons/join': 'joined',
  'persons/separate': 'separated',
  'persons/undecide': 'undecided',
};

/** What has a sentence of its own. */
function ownSentence(row: AuditRow, m: Texts, { mark, nameOf }: Telling): Rich | undefined {
  const { action, target, fields, before, after, by, subject } = row;
  const who = mark(actorOf(row, m));
  const nameOfUser = (id: string) => mark(holderOf(id ? `user:${id}` : 'owner', m, nameOf));
  if (action === 'signed_out' && typeof before.user === 'string') {
    const isOwn = by === (before.user ? `user:${before.user}` : 'owner');
    return isOwn ? undefined : m.sentences.ended(who, nameOfUser(before.user));
  }
  const pair = [after.person, after.other];
  const decision = DECIDED[target];
  if (action === 'changed' && decision && pair.every(isText)) {
    const [one = '', other = ''] = pair.filter(isText).map((id) => mark(id));
    return m.sentences[decision](who, one, other);
  }
  if (action === 'created' && target === 'jobs')
    return m.sentences.started(who, targetOf(target, subject, m, mark));
  if (action === 'created' && target === 'invitations') {
    if (typeof after.user === 'string') return m.sentences.reset(who, nameOfUser(after.user));
    if (typeof after.email === 'string') return m.sentences.invited(who, mark(after.email));
  }
  if (action !== 'changed' || target !== 'users') return undefined;
  if (fields.some((field) => !OURS.has(field) && field !== 'password')) return undefined;
  const isSelf = by === `user:${subject}`;
  const whose = mark(calledIn(row) ?? nameOf('users', subject) ?? subject);
  if (fields.includes('password'))
    return isSelf ? m.sentences.ownPassword(who) : m.sentences.password(who, whose);
  if (!fields.includes('epoch')) return undefined;
  return isSelf ? m.sentences.everywhere(who) : m.sentences.everywhereOf(who, whose);
}

const isText = (value: unknown): value is string => typeof value === 'string';

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
