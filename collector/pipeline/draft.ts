import type { Event } from '../../schemas/events.js';
import { blankEvent } from '../../schemas/gen/blank_event.js';
import type { Draft, Envelope } from './step.js';

/** Until its schema has read it. */
const UNREAD: Event = Object.freeze({ id: '', type: '', ts: 0 });

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** An event before the first step: empty means "does not apply". */
export function draftOf(
  input: unknown,
  { site, batch, isPublic }: Envelope,
  received_at: string,
  place: number,
): Draft {
  const row = blankEvent();
  row.site = site.id;
  row.visitor_id = row.subject_id = batch.visitor ?? '';
  row.received_at = received_at;
  if (batch.context?.team) row.is_team = true;
  return {
    input,
    event: UNREAD,
    definition: undefined,
    row,
    place,
    page: undefined,
    referrer: undefined,
    landing: undefined,
    identity: { email: '', phone: '', customer: '', name: '', company: '' },
    attributes: {},
    written: { fields: new Map(), message: '', nextStep: '', consents: [], labels: NOTHING, texts: NOTHING },
    props: {},
    isWord: !isPublic,
    rows: [],
  };
}
