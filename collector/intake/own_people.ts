import { definitionOf } from '../../schemas/events.js';
import { person as personStatement } from '../../schemas/gen/queries/person.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { LeadlineError } from '../errors.js';
import type { Row } from '../store/row.js';
import type { Store } from '../store/store.js';
import { type Instance, readBatch, type Sender } from './read.js';

/** People that one batch may be about, each of whom is asked for. */
const PEOPLE_MAX = 20;
/** What a note of a person becomes; a row of any other table would tie them to somebody, or be money. */
const TABLES: ReadonlySet<string> = new Set(['events', 'personal_data', 'retractions', 'rejected_events']);

/**
 * Whoever sees their own people alone writes of them alone: what a rep notes of a person (a contact, a stage, whose they
 * are), named by one identifier. With two of them, or a browser's id, they would make somebody else's person one of
 * theirs. Somebody new they enter, and have charge of from then on. Looked at as the pipeline reads it, so that nothing passes here as
 * one thing and there as another.
 *
 * @param ownersAt whose people they see at a site; none for everybody's
 * @throws LeadlineError `person_not_yours`, and for what is refused as a whole why
 */
export async function requireOwnPeople(
  body: Uint8Array,
  sender: Sender,
  instance: Instance,
  ownersAt: (site: string) => readonly string[],
  store: Store,
): Promise<void> {
  const reading = readBatch(body, sender, Date.now(), instance);
  if ('refusal' in reading) {
    const { code, message, details } = reading.refusal;
    throw new LeadlineError(code, message, { ...(details && { details }) });
  }
  const { site, rows } = reading;
  const owners = [...ownersAt(site)];
  if (owners.length === 0) return;
  const events = rows.flatMap(eventOf);
  const ids = new Set(events.map(({ person_id }) => person_id));
  if (ids.size > PEOPLE_MAX) throw notYours();
  const isThere = async (person: string, of: string[]) =>
    (await store.query(personStatement, { site, person, owners: of })).length > 0;
  for (const person of ids) {
    if (await isThere(person, owners)) continue;
    const own = events.filter(({ person_id }) => person_id === person);
    if (!isEnteredBy(owners, own) || (await isThere(person, []))) throw notYours();
  }
}

/** Of a row, the event that it is. @throws LeadlineError `person_not_yours` for what they may not write of anybody */
function eventOf({ table, json }: Row): TableRows['events'][] {
  if (!TABLES.has(table)) throw notYours();
  if (table !== 'events') return [];
  const event = JSON.parse(json) as TableRows['events'];
  const definition = definitionOf(event.type);
  if (definition?.from !== 'server' || definition.sale || !event.person_id || event.visitor_id)
    throw notYours();
  return [event];
}

/** Whether these events make somebody a person, and one of theirs. */
function isEnteredBy(owners: readonly string[], events: readonly TableRows['events'][]): boolean {
  const given = events
    .filter(({ type }) => type === 'owner_assigned')
    .map(({ props }) => String((JSON.parse(props) as { owner?: unknown }).owner).toLowerCase());
  const mine = owners.map((owner) => owner.toLowerCase());
  return (
    events.some(({ type }) => definitionOf(type)?.entersPerson) &&
    given.length > 0 &&
    given.every((owner) => mine.includes(owner))
  );
}

const notYours = () =>
  new LeadlineError(
    'person_not_yours',
    'You may write of your own people alone: calls, visits, notes, stages and owners, each named by one of e-mail, phone or customer id. Somebody new is entered by one of these, with you as their owner; who is there already may be somebody else’s.',
  );
