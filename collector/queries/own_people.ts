import * as v from 'valibot';
import { type Batch, batch as batchSchema } from '../../schemas/batch.js';
import { eventParameters } from '../../schemas/event_parameters.js';
import { definitionOf } from '../../schemas/events.js';
import { persons as personsStatement } from '../../schemas/gen/queries/persons.js';
import { LeadlineError } from '../errors.js';
import { normaliseEmail, normalisePhone, personId } from '../identity/identifiers.js';
import { Persons } from '../identity/persons.js';
import { parseJson } from '../json.js';
import type { SiteRecord } from '../records/sites.js';
import type { Store } from '../store/store.js';

/** People that one batch may be about, each of whom is asked for. */
const PEOPLE_MAX = 20;

/**
 * Whoever sees their own people alone writes about them alone: what a rep notes of a person (a contact, a stage, whose
 * they are), named by one identifier. With two of them, or a browser's id, they would make somebody else's person one of
 * theirs; and of somebody new nobody has charge yet.
 *
 * @param ownersAt whose people they see at a site; none for everybody's
 * @throws LeadlineError `person_not_yours`, `body_not_json`
 */
export async function requireOwnPeople(
  body: Uint8Array,
  ownersAt: (site: string) => readonly string[],
  siteOf: (id: string) => Promise<SiteRecord>,
  store: Pick<Store, 'query'>,
  secret: string,
): Promise<void> {
  const read = v.safeParse(batchSchema, parseJson(body));
  // What is no batch is refused in its own words.
  if (!read.success) return;
  const batch = read.output;
  const owners = ownersAt(batch.site);
  if (owners.length === 0) return;
  const site = await siteOf(batch.site);
  const ids = new Set(peopleOf(batch).map((person) => idOf(person, site, secret)));
  if (ids.size > PEOPLE_MAX) throw notYours();
  const persons = await Persons.of(store as Store, site.id);
  for (const id of ids) {
    const members = persons.members([persons.canonical(id)]);
    const params = { site: site.id, everybody: false, owners: [...owners], ...members, ...eventParameters };
    if ((await store.query(personsStatement, params)).length === 0) throw notYours();
  }
}

type Person = NonNullable<Batch['person']>;

/** Of every event, whose it is. */
function peopleOf({ visitor, person, events }: Batch): Person[] {
  if (visitor !== undefined) throw notYours();
  return events.map((event) => {
    const own = Object(event) as { type?: unknown; visitor?: unknown; person?: Person };
    const definition = definitionOf(own.type);
    const isNoted = definition?.from === 'server' && !definition.entersPerson && !definition.sale;
    const whose = own.person ?? person;
    if (!isNoted || own.visitor !== undefined || !whose) throw notYours();
    return whose;
  });
}

function idOf(person: Person, site: SiteRecord, secret: string): string {
  const [[kind, value] = ['', ''], ...others] = Object.entries(person).filter(([, text]) => text);
  const text = String(value);
  const id = {
    email: () => normaliseEmail(text),
    phone: () => normalisePhone(text, site.country),
    customer: () => text.trim(),
  };
  if (others.length > 0 || !Object.hasOwn(id, kind)) throw notYours();
  const known = kind as keyof typeof id;
  return personId(secret, site.id, known, id[known]());
}

const notYours = () =>
  new LeadlineError(
    'person_not_yours',
    'You may write of your own people alone: calls, visits, notes, stages and owners, each named by one of e-mail, phone or customer id.',
  );
