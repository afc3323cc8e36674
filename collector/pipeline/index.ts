import type { BatchAnswer } from '../../schemas/batch.js';
import type { Row } from '../queue/queue.js';
import { clickhouseTime, clock } from './clock.js';
import { consent } from './consent.js';
import { draftOf } from './draft.js';
import { form } from './form.js';
import { identity } from './identity.js';
import { leave } from './leave.js';
import { link } from './link.js';
import { order } from './order.js';
import { page } from './page.js';
import { props } from './props.js';
import { rejectedRow } from './rejected.js';
import { rowsOf } from './rows.js';
import { source } from './source.js';
import type { Arrival, Refusal, Step } from './step.js';
import { userAgent } from './user_agent.js';
import { validate } from './validate.js';

/** What an event goes through once its schema has read it, in this order. */
const steps: Step[] = [clock, page, source, leave, userAgent, form, link, order, consent, props, identity];

/** Takes a batch apart into rows for the queue and the answer for its sender; touches nothing outside. */
export function ingest(arrival: Arrival): { rows: Row[]; answer: BatchAnswer } {
  const rows: Row[] = [];
  const answer: BatchAnswer = { accepted: 0, rejected: [] };
  const receivedAt = clickhouseTime(arrival.receivedAt);
  for (const [index, input] of arrival.batch.events.entries()) {
    const outcome = take(input, arrival, receivedAt, index);
    if ('rows' in outcome) {
      rows.push(...outcome.rows);
      answer.accepted++;
    } else {
      const { id, type } = nameOf(input);
      answer.rejected.push({ index, id, ...outcome.refusal });
      rows.push(
        rejectedRow({
          site: arrival.site.id,
          receivedAt: arrival.receivedAt,
          origin: arrival.origin,
          sameAs: `${arrival.batch.visitor ?? ''}\0${id ?? JSON.stringify(input)}`,
          eventId: id ?? '',
          type,
          ...outcome.refusal,
          count: 1,
        }),
      );
    }
  }
  return { rows, answer };
}

function take(
  input: unknown,
  arrival: Arrival,
  receivedAt: string,
  place: number,
): { rows: Row[] } | { refusal: Refusal } {
  const valid = validate(input);
  if ('refusal' in valid) return valid;
  const draft = draftOf(valid.event, arrival, receivedAt, place);
  for (const step of steps) {
    const refusal = step(draft, arrival);
    if (refusal) return { refusal };
  }
  return { rows: rowsOf(draft, arrival) };
}

/** What a refused event calls itself, as far as that can be read. */
function nameOf(input: unknown): { id: string | null; type: string } {
  const { id, type } = (input ?? {}) as { id?: unknown; type?: unknown };
  return {
    id: typeof id === 'string' ? id.slice(0, 128) : null,
    type: typeof type === 'string' ? type.slice(0, 64) : '',
  };
}
