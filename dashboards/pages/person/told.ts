import type { EventType, FactName, FactsOf } from '../../../schemas/events.js';
import type { TimelineEvent } from '../../api.js';
import { textsOf } from '../../i18n/events.js';
import type { Format } from '../../i18n/format.js';
import { hasLines, LINES } from './lines.js';
import type { Words } from './words.js';

type Told = Pick<TimelineEvent, 'type' | 'props' | 'order_id'>;
type Say<Facts> = (facts: Facts, m: Words, format: Format) => string;

/** What an event of a type keeps under `props`, by the declared names. A sender's own prop may stand under one, too. */
export const factsOf = <Type extends EventType>(_type: Type, { props }: Pick<TimelineEvent, 'props'>) =>
  props as FactsOf<Type>;

/** Facts that the sentence tells, or another fact. */
const TOLD_ELSEWHERE: { [Type in EventType]?: readonly FactName<Type>[] } = {
  consent: ['choice', 'purpose', 'text'],
  conversion: ['name'],
  click_evidence: ['trusted'],
  contact_logged: ['channel', 'direction'],
  contact_changed: ['channel', 'direction', 'revision', 'durationMinutes'],
  next_step_done: ['step'],
  lead_entered: ['import'],
  person_changed: ['import'],
  stage_changed: ['stage', 'import'],
  owner_assigned: ['owner', 'import'],
  feedback: ['ratingMax'],
};

/** Evidence that a hand may have given, or a program. */
const BY_HAND: ReadonlySet<unknown> = new Set(['pointer', 'key', 'touch']);

function lasted({ durationMinutes }: { durationMinutes?: unknown }, _: Words, format: Format): string {
  return typeof durationMinutes === 'number' ? format.duration(durationMinutes * 60_000) : '';
}

/** Facts that read otherwise than as they are. */
const WORDS: { [Type in EventType]?: { [Name in FactName<Type>]?: Say<FactsOf<Type>> } } = {
  identify: { signature: ({ signature }, m) => (signature ? m.timeline.wrongSignature : '') },
  click_evidence: {
    kind: ({ kind, trusted }, m) => {
      const { evidence, notByHand } = m.timeline;
      const what = kind && Object.hasOwn(evidence, kind) ? evidence[kind] : '';
      return what && !trusted && BY_HAND.has(kind) ? notByHand(what) : what;
    },
  },
  contact_logged: { durationMinutes: lasted },
  order_changed: {
    placedAt: ({ placedAt }, _, format) =>
      typeof placedAt === 'number' ? format.shortDateTime(placedAt) : '',
  },
  stage_changed: { from: ({ from }, m) => stageText(from, m) },
  feedback: {
    rating: ({ rating, ratingMax }, _, format) =>
      [rating, ratingMax]
        .filter((value) => typeof value === 'number')
        .map(format.number)
        .join(' / '),
  },
};

function isToldElsewhere({ type, order_id }: Told, name: string): boolean {
  if (name === LINES) return true;
  // The sentence of an order tells no goal.
  if (type === 'conversion' && order_id) return false;
  return ((TOLD_ELSEWHERE as Record<string, readonly string[]>)[type] ?? []).includes(name);
}

function wordsOf({ type, props }: Told, name: string, m: Words, format: Format): string {
  const words = (WORDS as Record<string, Record<string, Say<object>>>)[type]?.[name];
  return words ? words(props, m, format) : plainly(props[name], format);
}

function plainly(value: unknown, format: Format): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return format.number(value);
  return Array.isArray(value) ? value.map((one) => plainly(one, format)).join(', ') : JSON.stringify(value);
}

/** What is left to tell of `props`; lines, where they could not be read as such. */
export function untold(
  type: string,
  props: TimelineEvent['props'],
  m: Words,
): [name: string, value: unknown][] {
  const facts = textsOf(type, m)?.facts ?? {};
  return Object.entries(props).filter(([name]) => name === LINES || !Object.hasOwn(facts, name));
}

/** A stage in the reader's words where it is one of ours; the owner's own are names. */
export function stageText(stage: unknown, m: Words): string {
  const words: Record<string, string> = { ...m.stages, ...m.statuses };
  const name = String(stage ?? '');
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}

/** Short facts beside the sentence: all that a type declares and the sentence does not tell. */
export function toldFacts(event: Told, m: Words, format: Format): [string, string][] {
  const texts = textsOf(event.type, m);
  if (!texts) return [];
  const facts = Object.entries(texts.facts ?? {})
    .filter(([name]) => !isToldElsewhere(event, name))
    .map(([name, term]): [string, string] => [
      typeof term === 'string' ? term : term([event.props[name] ?? []].flat().length),
      wordsOf(event, name, m, format),
    ]);
  // Of orders and refunds the sentence tells it.
  const isTold = hasLines(event.type, m) || event.type.startsWith('order_');
  const order: [string, string] = [m.timeline.order, isTold ? '' : event.order_id];
  return [order, ...facts].filter(([, text]) => text !== '');
}

/** What a text that somebody wrote is called, by the type of its event. */
export const textTerm = (type: string, m: Words): string => textsOf(type, m)?.message ?? m.timeline.message;

/** The names of a form's fields are the page's own; what we declare has names of ours. */
export function fieldTerm(type: string, name: string, m: Words): string {
  const fields = textsOf(type, m)?.fields ?? {};
  return Object.hasOwn(fields, name) ? (fields[name] ?? name) : name;
}
