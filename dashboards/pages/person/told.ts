import type { TimelineEvent } from '../../api.js';
import type { Format } from '../../i18n/format.js';
import type { Messages } from '../../i18n/messages.js';

/** What the collector puts under `props` of these types and the timeline tells in words of its own. */
const TOLD: ReadonlyMap<string, readonly string[]> = new Map([
  ['consent', ['choice']],
  ['purchase', ['reps']],
  ['refund', ['refundId']],
  ['lead_entered', ['rep']],
  ['contact_logged', ['channel', 'direction', 'rep']],
  ['stage_changed', ['stage', 'from', 'rep']],
  ['owner_assigned', ['owner', 'rep']],
  ['feedback', ['rating', 'ratingMax']],
]);

type Told = Pick<TimelineEvent, 'type' | 'props' | 'order_id'>;

/** What is left to tell of `props`. */
export function untold(type: string, props: TimelineEvent['props']): [name: string, value: unknown][] {
  return Object.entries(props).filter(([name]) => !TOLD.get(type)?.includes(name));
}

/** A stage in the reader's words where it is one of ours; the owner's own are names. */
export function stageText(stage: unknown, m: Messages): string {
  const words: Record<string, string> = { ...m.stages, ...m.statuses };
  const name = String(stage ?? '');
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}

/** Short facts beside the sentence, of what servers and reps send. */
export function toldFacts({ type, props, order_id }: Told, m: Messages, format: Format): [string, string][] {
  if (!TOLD.has(type)) return [];
  const t = m.timeline;
  const { rating, ratingMax } = props;
  const reps = [props.reps ?? props.rep ?? []].flat();
  const facts: [string, unknown][] = [
    [t.refund, type === 'refund' && props.refundId],
    [t.order, type === 'feedback' && order_id],
    [t.stageBefore, type === 'stage_changed' && props.from && stageText(props.from, m)],
    [t.reps(reps.length), reps.join(', ')],
    [
      t.rating,
      type === 'feedback' &&
        [rating, ratingMax]
          .filter((value) => typeof value === 'number')
          .map(format.number)
          .join(' / '),
    ],
  ];
  return facts.filter((fact): fact is [string, string] => typeof fact[1] === 'string' && fact[1] !== '');
}

/** What a text that somebody wrote is called, by the type of its event. */
export function textTerm(type: string, m: Messages): string {
  const t = m.timeline;
  switch (type) {
    case 'purchase':
      return t.instructions;
    case 'refund':
    case 'stage_changed':
      return t.why;
    case 'lead_entered':
    case 'contact_logged':
      return t.notes;
    default:
      return t.message;
  }
}

/** The names of a form's fields are the page's own; of a contact they are ours. */
export function fieldTerm(type: string, name: string, m: Messages): string {
  const isOurs = type === 'contact_logged' && (name === 'subject' || name === 'outcome');
  return isOurs ? m.timeline[name] : name;
}
