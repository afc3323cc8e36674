import { eventParameters } from '../../schemas/event_parameters.js';
import { leadPage } from '../../schemas/gen/queries/lead_page.js';
import { personLinks } from '../../schemas/gen/queries/person_links.js';
import { persons as personsStatement } from '../../schemas/gen/queries/persons.js';
import { type Asked, listed } from '../../schemas/list_sql.js';
import { leads } from '../../schemas/queries/leads.js';
import type { Statement } from '../../schemas/statement.js';
import { Persons } from '../identity/persons.js';
import type { Store } from '../store/store.js';
import { type Page, pageOf } from './page.js';
import { LIMIT, type Request } from './parameters.js';

/** What one statement is not enough for. */
export interface Handler {
  /** The statements that it asks beside the query's own: what they read matters to the answer, too. */
  reads: readonly Pick<Statement<object, object>, 'tables'>[];
  /** What the statement takes, beside what lists do. */
  params(store: Store, request: Request): Promise<object>;
  /** A page that is found in a better way than by the statement alone; undefined where there is none. */
  page?(store: Store, request: Request, asked: Asked): Promise<Page> | undefined;
}

/** Queries about people first find out under which ids they go. */
export const handlers: Record<string, Handler> = {
  person: {
    reads: [personLinks],
    params: async (store, request) => ({
      ...eventParameters,
      everybody: false,
      ...(await membersOf(store, request)),
    }),
  },
  timeline: {
    reads: [personLinks],
    async params(store, request) {
      const { member_ids } = await membersOf(store, request);
      return { ...eventParameters, member_ids };
    },
  },
  leads: {
    reads: [personLinks, leadPage],
    async params(store, { site }) {
      const { alias_ids, canonical_ids } = (await Persons.of(store, site)).aliases();
      return { ...eventParameters, everybody: true, member_ids: alias_ids, member_persons: canonical_ids };
    },
    page(store, { site }, asked) {
      const isUsual = asked.sort === leads.list.sort && asked.order === leads.list.order;
      return isUsual && asked.filters.length === 0 ? newestLeads(store, site, asked) : undefined;
    },
  },
};

async function membersOf(store: Store, { site, own }: Request) {
  const persons = await Persons.of(store, site);
  return persons.members([persons.canonical(String(own.person))]);
}

/** The page of people first, then all of theirs by their ids. */
async function newestLeads(store: Store, site: string, asked: Asked): Promise<Page> {
  const { search, limit = LIMIT } = asked;
  const persons = await Persons.of(store, site);
  const list = listed(leadPage, leadPages, { ...asked, search: '', limit: limit + 1 });
  const found = await store.query(list.statement, { site, search, ...persons.aliases(), ...list.params });
  const page = pageOf('leads', asked, found, limit, list.positionOf);
  if (page.rows.length === 0) return page;
  const ids = page.rows.map(({ person }) => person);
  const rows = await store.query(personsStatement, {
    site,
    everybody: false,
    owners: [],
    ...persons.members(ids),
    ...eventParameters,
  });
  return { ...page, rows };
}

const leadPages = { key: 'person', sort: 'captured_at', order: 'desc', columns: ['captured_at'] } as const;
