import type { AnyQuery } from '../../schemas/define_query.js';
import { eventParameters } from '../../schemas/event_parameters.js';
import { buyers } from '../../schemas/gen/queries/buyers.js';
import { contactChanges } from '../../schemas/gen/queries/contact_changes.js';
import { ordersNow } from '../../schemas/gen/queries/orders_now.js';
import { personOwners } from '../../schemas/gen/queries/person_owners.js';
import { personResolved } from '../../schemas/gen/queries/person_resolved.js';
import { scoreRules } from '../../schemas/gen/queries/score_rules.js';
import type { Statement } from '../../schemas/statement.js';
import type { Store } from '../store/store.js';
import { together } from '../store/together.js';
import type { Asker } from './asker.js';
import { withCorrections } from './contact_history.js';
import type { Request } from './parameters.js';
import { asOrdersHaveThem } from './refunds_now.js';
import { withPresumedScore } from './score.js';
import { dayInZone, isoInZone } from './zone.js';

/** A statement as it is to be run, with what it takes beside the usual. */
export type Refined = Pick<AnyQuery, 'statement'> & {
  params: Record<string, unknown>;
  /** Where it rests on what was known before: whether that is still so. Else it is refined, and run, again. */
  isStill?: Promise<boolean>;
};

/** What one statement is not enough for. */
export interface Handler {
  /** The statements that it asks beside the query's own: what they read matters to the answer, too. */
  reads: readonly Pick<Statement<object, object>, 'tables'>[];
  /** What the statement takes, beside what lists do. */
  params(store: Store, request: Request, asker: Pick<Asker, 'owners'>): Promise<object>;
  /** The statement itself and what it takes for that, where what it tells depends on what the site has. */
  refined?(store: Store, request: Request, statement: AnyQuery['statement']): Promise<Refined>;
  /** What it takes instead where all rows are exported. */
  exported?: object;
  /**
   * What rows that are shown are told beside what their statement finds; each row stands where it stood.
   *
   * @param params what the statement took
   */
  complete?(store: Store, request: Request, rows: readonly object[], params: object): Promise<object[]>;
}

/** Characters of a text that the timeline shows; the query `event` has the whole. */
const LONGEST = 2_000;
/** UInt32's largest: nothing is cut. */
const WHOLE = { longest: 4_294_967_295 };
/** Milliseconds past every moment that ClickHouse can hold. */
const NEVER = 9_999_999_999_999;

/** Orders by whom they are of, who is told by the canonical id and by name. */
const ofBuyers: Handler = {
  reads: [personResolved, buyers],
  async params(store, { site, own }) {
    const person = String(own.person ?? '');
    const [ids] = person === '' ? [] : await store.query(personResolved, { site, person });
    return { person, member_ids: ids?.member_ids ?? [] };
  },
  complete: withNames,
};

/** Rows whose person is told by the canonical id and by name; `is_known` of those that have it says that they could be. */
async function withNames(store: Store, { site }: Request, rows: readonly object[]): Promise<object[]> {
  const those = rows as { person_id: string }[];
  const persons = [...new Set(those.map(({ person_id }) => person_id))].filter(Boolean);
  const known = await together(persons, (some) => store.query(buyers, { site, persons: some }));
  const byId = new Map(
    known.map(({ person_id, canonical_id, ...called }) => [
      person_id,
      { person_id: canonical_id, ...called },
    ]),
  );
  return those.map((row) => {
    const person = byId.get(row.person_id);
    return { ...row, ...person, ...(person && 'is_known' in row && { is_known: true }) };
  });
}

/** Leads, with what each scores. */
const ofLeads: Handler = {
  reads: [scoreRules],
  params: async (_store, { own }) => own,
  refined: (store, { site, attributes, timeZone }, statement) =>
    withPresumedScore(store, { id: site, timeZone, ...(attributes && { attributes }) }, statement),
};

export const handlers: Record<string, Handler> = {
  leads: ofLeads,
  person: ofLeads,
  purchases: ofBuyers,
  refunds: ofBuyers,
  products: { reads: [], params: async (_store, request) => rangeOf(request) },
  links: { reads: [], params: async (_store, request) => rangeOf(request) },
  clicks: {
    reads: [buyers],
    params: async (_store, request) => ({ ...mailingIn(request), ...rangeOf(request) }),
    complete: withNames,
  },
  clickers: {
    reads: [buyers],
    params: async (_store, request) => mailingIn(request),
    complete: withNames,
  },
  owners: {
    reads: [],
    params: async (_store, request) => ({ ...rangeOf(request), now: Date.now(), share: request.salesShare }),
  },
  duplicates: {
    reads: [],
    params: async (_store, { own: { person = '' } }) => ({ person }),
  },
  next_steps: {
    reads: [],
    async params(_store, { asked, timeZone }) {
      // Steps are planned by the minute; what is asked twice in one is the same question.
      const now = Math.floor(Date.now() / 60_000) * 60_000;
      return {
        now,
        day_end: dayInZone(isoInZone(timeZone)(now).slice(0, 10), timeZone)?.end ?? now,
        with_none: Number(
          asked?.filters.some(({ column, values }) => column === 'due' && values.includes('none')) ?? false,
        ),
      };
    },
  },
  consents: { reads: [personResolved, personOwners], params: theirsOf },
  timeline: {
    reads: [personResolved, personOwners, contactChanges, ordersNow],
    async params(store, request, asker) {
      const { after = 0, before = NEVER } = request.own;
      return { ...(await theirsOf(store, request, asker)), event: '', after, before, longest: LONGEST };
    },
    exported: WHOLE,
    complete: asTheyAreNow,
  },
  event: {
    reads: [personResolved, personOwners, contactChanges, ordersNow],
    complete: asTheyAreNow,
    async params(store, request, asker) {
      const { event } = request.own;
      return { ...(await theirsOf(store, request, asker)), event, after: 0, before: NEVER, ...WHOLE };
    },
  },
};

/** Contacts as they were corrected, refunds as their orders have them. */
async function asTheyAreNow(
  store: Store,
  request: Request,
  rows: readonly object[],
  params: object,
): Promise<object[]> {
  return asOrdersHaveThem(store, request.site, await withCorrections(store, request.site, rows, params));
}

const mailingIn = ({ own: { link = '', campaign = '' } }: Request) => ({ link, campaign });

/** A request's range of days as milliseconds, both ends included. */
function rangeOf({ own: { from, to }, timeZone }: Request) {
  const dayOf = (day: unknown) => (day === undefined ? undefined : dayInZone(String(day), timeZone));
  return { from_ms: dayOf(from)?.start ?? 0, to_ms: dayOf(to)?.end ?? NEVER };
}

/** A person's ids are found out first, so that their events are read by primary key. */
async function theirsOf(store: Store, { site, own }: Request, { owners }: Pick<Asker, 'owners'>) {
  const [ids] = await store.query(personResolved, { site, person: String(own.person) });
  const { member_ids = [], subject_ids = [] } = ids ?? {};
  const canonical_id = ids?.canonical_id ?? '';
  // Most see everybody: to them it does not matter whose this is.
  const [row] = owners.length > 0 ? await store.query(personOwners, { site, canonical_id }) : [];
  return { ...eventParameters, member_ids, subject_ids, person_owners: row?.owners ?? [] };
}
