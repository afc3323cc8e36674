import type { Consent } from '../../../schemas/events/consent.js';
import type { ContactChanged } from '../../../schemas/events/contact_changed.js';
import type { ContactLogged } from '../../../schemas/events/contact_logged.js';
import type { LeadEntered } from '../../../schemas/events/lead_entered.js';
import type { NextStepDone } from '../../../schemas/events/next_step_done.js';
import type { NextStepSet } from '../../../schemas/events/next_step_set.js';
import type { OrderCancelled } from '../../../schemas/events/order_cancelled.js';
import type { OrderChanged } from '../../../schemas/events/order_changed.js';
import type { OrderReinstated } from '../../../schemas/events/order_reinstated.js';
import type { OwnerAssigned } from '../../../schemas/events/owner_assigned.js';
import type { PersonChanged } from '../../../schemas/events/person_changed.js';
import type { Purchase } from '../../../schemas/events/purchase.js';
import type { Refund } from '../../../schemas/events/refund.js';
import type { Retracted } from '../../../schemas/events/retracted.js';
import type { StageChanged } from '../../../schemas/events/stage_changed.js';
import { ApiError, request } from '../../http.js';
import { changedHere } from '../../live/own.js';
import type { Subject } from '../../live/stream.js';
import { myself } from '../../session.js';

/** What a rep writes of a person. */
export type Act = Unsent<
  | Consent
  | ContactLogged
  | ContactChanged
  | NextStepSet
  | NextStepDone
  | StageChanged
  | OwnerAssigned
  | Retracted
  | PersonChanged
  | Purchase
  | OrderChanged
  | OrderCancelled
  | OrderReinstated
  | Refund
>;
type Unsent<Event> = Event extends unknown ? Omit<Event, 'id' | 'ts'> & { ts?: number } : never;

/** What tells of it. The collector answers when it is in them. */
const READ: readonly Subject[] = [
  'person',
  'said',
  'timeline',
  'leads',
  'next_steps',
  'consents',
  'customers',
  'purchases',
  'refunds',
  'products',
  'owners',
];

/**
 * Writes it into the record of a person.
 *
 * @returns the event's id, by which it can be retracted
 * @throws ApiError
 */
export async function write(site: string, person: string, act: Act): Promise<string> {
  const [id = ''] = await send({ site, person: { id: person } }, act);
  return id;
}

/** Of an order, whose it is. */
interface OfOrder {
  order_id: string;
  /** Empty where nobody knows its buyer. */
  person_id: string;
}

/** Writes it of an order: of its buyer, or of nobody where they are not known. @throws ApiError */
export async function writeOfOrder(
  site: string,
  { order_id, person_id }: OfOrder,
  act: Act,
): Promise<string> {
  const nobody = { visitor: `order.${order_id.replace(/[^\w.:-]/g, '_')}`.slice(0, 128) };
  const [id = ''] = await send({ site, ...(person_id ? { person: { id: person_id } } : nobody) }, act);
  return id;
}

/** Takes back a refund that was entered by mistake, or has it count again. @throws ApiError */
export async function retractRefund(
  site: string,
  order: OfOrder,
  event: string,
  restored = false,
): Promise<void> {
  const act = { type: 'retracted' as const, event, orderId: order.order_id, rep: myself() };
  await writeOfOrder(site, order, { ...act, ...(restored && { restored }) });
}

/** Takes it back, as of the person it was written of: whom they are one with may hang on it. @throws ApiError */
export async function retract(site: string, person: string, event: string, restored = false): Promise<void> {
  await write(site, person, { type: 'retracted', event, rep: myself(), ...(restored && { restored }) });
}

/** People in one request: whoever sees their own alone may write of so many at once. */
const TOGETHER = 20;

/**
 * Writes of several people, each by an act of their own.
 *
 * @throws ApiError what is written by then stays
 */
export async function writeAll(
  site: string,
  acts: readonly (readonly [person: string, act: Act])[],
): Promise<void> {
  for (let from = 0; from < acts.length; from += TOGETHER)
    await send(
      { site },
      ...acts.slice(from, from + TOGETHER).map(([id, act]) => ({ ...act, person: { id } })),
    );
}

/**
 * Enters a person, who is known by an e-mail address or a phone number.
 *
 * @param owner who has charge of them from then on, where that is said
 * @throws ApiError
 */
export async function enter(
  site: string,
  lead: Omit<LeadEntered, 'id' | 'ts' | 'type'>,
  owner?: string,
): Promise<void> {
  const { email, phone } = lead;
  const assigned = { type: 'owner_assigned', owner, rep: myself(), person: email ? { email } : { phone } };
  await send({ site }, { type: 'lead_entered', ...lead }, ...(owner ? [assigned] : []));
}

/**
 * What was sent last and got no answer: it may have been taken all the same, so that whoever sends it again sends it under the
 * same ids, and it counts once.
 */
let unanswered: { said: string; ids: string[] } | undefined;

async function send(
  whose: { site: string; person?: { id: string }; visitor?: string },
  ...events: object[]
): Promise<string[]> {
  const now = Date.now();
  // When it is said is not what is said.
  const said = JSON.stringify([whose, events.map((event) => ({ ...event, ts: undefined }))]);
  const ids = unanswered?.said === said ? unanswered.ids : events.map(randomId);
  const body = {
    ...whose,
    sent: now,
    events: events.map((event, at) => ({ ts: now, ...event, id: ids[at] })),
  };
  unanswered = { said, ids };
  const { rejected } = (await request('POST', '/v1/events?ack=stored', { body })) as {
    rejected: { reason: string; message: string }[];
  };
  unanswered = undefined;
  const [refused] = rejected;
  if (refused) throw new ApiError('invalid', refused.reason, refused.message);
  changedHere(READ);
  return ids;
}

const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
