import type { BatchAnswer } from '../../schemas/batch.js';
import type { Row } from '../store/row.js';
import { clickhouseTime } from '../store/time.js';
import { wellFormedJson } from '../store/well_formed.js';
import { adClick } from './ad_click.js';
import { affiliate } from './affiliate.js';
import { attributes } from './attributes.js';
import { bots } from './bot_signals.js';
import { campaign } from './campaign.js';
import { channel } from './channel.js';
import { clock } from './clock.js';
import { draftOf } from './draft.js';
import { fields } from './fields.js';
import { form } from './form.js';
import { identity } from './identity.js';
import { landing } from './landing.js';
import { language } from './language.js';
import { link } from './link.js';
import { location } from './location.js';
import { nextStep } from './next_step.js';
import { order } from './order.js';
import { page } from './page.js';
import { props } from './props.js';
import { rating } from './rating.js';
import { referrer } from './referrer.js';
import { rejectedRow } from './rejected.js';
import { retraction } from './retraction.js';
import { rows } from './rows.js';
import { signature } from './signature.js';
import { size } from './size.js';
import type { Draft, Dropped, Envelope, Refusal, Step } from './step.js';
import { userAgent } from './user_agent.js';
import { validate } from './validate.js';

/**
 * What every event goes through, in this order. What refuses a whole request (the body, the site, the origin) comes
 * before, in `intake/read.ts`.
 */
export const steps: readonly Step[] = [
  // What was sent
  size,
  validate,
  clock,
  // The browser
  bots,
  userAgent,
  location,
  language,
  // The page, and what brought the visitor to it
  page,
  landing,
  campaign,
  adClick,
  affiliate,
  referrer,
  channel,
  // What each type of event has of its own
  form,
  link,
  order,
  nextStep,
  rating,
  retraction,
  fields,
  attributes,
  signature,
  props,
  // Who it is, and what is stored
  identity,
  rows,
];

/** Every pair of a step and a reason for which it refuses events. */
export const drops: readonly Dropped[] = steps.flatMap(({ name, drops }) =>
  drops.map((reason) => ({ step: name, reason })),
);

/** Takes a batch apart into rows for the queue and the answer for its sender; touches nothing outside. */
export function ingest(envelope: Envelope): { rows: Row[]; answer: BatchAnswer; dropped: Dropped[] } {
  const { batch } = envelope;
  const rows: Row[] = [];
  const answer: BatchAnswer = { accepted: 0, rejected: [] };
  const dropped: Dropped[] = [];
  const receivedAt = clickhouseTime(envelope.receivedAt);
  for (let index = 0; index < batch.events.length; index++) {
    const draft = draftOf(batch.events[index], envelope, receivedAt, index);
    const refused = pass(draft, envelope);
    if (refused) {
      const { step, refusal } = refused;
      dropped.push({ step, reason: refusal.reason });
      answer.rejected.push({ index, id: nameOf(draft.input).id, ...refusal });
      rows.push(noteOf(draft, refusal, envelope));
    } else {
      for (const row of draft.rows) rows.push(row);
      answer.accepted++;
    }
  }
  return { rows, answer, dropped };
}

/** @returns which step refused the event, and why; undefined where it has passed them all */
function pass(draft: Draft, envelope: Envelope): { step: string; refusal: Refusal } | undefined {
  for (const step of steps) {
    const refusal = attempt(step, draft, envelope);
    if (refusal) return { step: refusal === UNREADABLE ? 'schema' : step.name, refusal };
  }
  return undefined;
}

const UNREADABLE: Refusal = {
  reason: 'event_invalid',
  message: 'it cannot be read: look for values that no event of its type has',
};

/** What nobody has thought of costs this event alone, not those that came with it. */
function attempt(step: (typeof steps)[number], draft: Draft, envelope: Envelope): Refusal | undefined {
  try {
    return step.run(draft, envelope);
  } catch {
    return UNREADABLE;
  }
}

/** For the owner to read. */
function noteOf(
  { input, place }: Draft,
  refusal: Refusal,
  { site, batch, receivedAt, origin }: Envelope,
): Row {
  const { id, type } = nameOf(input);
  // What is too large may be too deep to be written as JSON: without an id it is known by its place in the batch.
  const name =
    id ?? (refusal.reason === 'event_too_large' ? `${batch.sent} ${place}` : wellFormedJson(input));
  return rejectedRow({
    site: site.id,
    receivedAt,
    origin,
    sameAs: `${batch.visitor ?? ''}\0${name}`,
    eventId: id ?? '',
    type,
    ...refusal,
    count: 1,
  });
}

/** What a refused event calls itself, as far as that can be read. */
function nameOf(input: unknown): { id: string | null; type: string } {
  const { id, type } = (input ?? {}) as { id?: unknown; type?: unknown };
  return {
    id: typeof id === 'string' ? id.slice(0, 128) : null,
    type: typeof type === 'string' ? type.slice(0, 64) : '',
  };
}
