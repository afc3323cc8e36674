import { RULED } from '../../schemas/events/owner_assigned.js';
import { peopleUnassigned } from '../../schemas/gen/queries/people_unassigned.js';
import { sitesWithRules } from '../../schemas/gen/queries/sites_with_rules.js';
import { firstMet } from '../../schemas/lists/met.js';
import { leads } from '../../schemas/queries/leads.js';
import { ingested } from '../imports/judge.js';
import { withScore } from '../queries/score.js';
import type { Queue } from '../queue/queue.js';
import type { Records } from '../records/records.js';
import type { SiteRecord, Sites } from '../records/sites.js';
import { type RuleInForce, rulesInForce } from '../rules/assignment.js';
import type { Store } from '../store/store.js';
import type { Job } from './job.js';

interface Needed {
  store: Store;
  records: Records;
  sites: Sites;
  queue: Pick<Queue, 'store'>;
  /** The instance's: person ids are keyed with it. */
  secret: string;
}

interface State {
  /** Under which rules people were looked at: under others all are looked at anew. */
  of: string;
  /** All rows of people up to this version and, among those of it, this person are done. */
  version: number;
  person: string;
  /** By rule: how many it has assigned, so that its owners take turns. */
  turns: Record<string, number>;
}

const EVERY_MS = 10_000;
/** How many people one step is about. */
const STEP = 500;
/** A row may be seen this much later than its version says, in microseconds: it took so long to be made. */
const LATE_US = 120_000_000;

/** Gives new people an owner, by the rules of their site; whoever ever had or was denied one is left alone. */
export function assignOwners({ store, records, sites, queue, secret }: Needed): Job<State> {
  /** Which rule each of these people fits first, in the order in which they came. */
  async function judged(site: SiteRecord, rules: readonly RuleInForce[], people: readonly string[]) {
    const all = rules.map(({ conditions: { filters, search }, since }) => ({
      search,
      filters: [
        ...filters,
        { column: 'was_assigned', operator: '=' as const, values: [false] },
        { column: 'captured_at', operator: '>=' as const, values: [since] },
      ],
    }));
    const list = await withScore(store, site, leads.statement);
    const { statement, params } = firstMet(list.statement, leads.list, all, people);
    const rows = await store.query(statement, { site: site.id, owners: [], ...list.params, ...params });
    const met = new Map(rows.map(({ key, met }) => [key, met]));
    return people.flatMap((person) => {
      const rule = rules[(met.get(person) ?? 0) - 1];
      return rule ? [{ person, rule }] : [];
    });
  }

  return {
    async keys() {
      const all = await store.query(sitesWithRules, {});
      return all.filter(({ site }) => sites.known(site)).map(({ site }) => ({ site, id: '' }));
    },
    every: EVERY_MS,
    begin: (_, { of = '', version = 0, turns = {} }) => ({
      ...{ of, version: Math.max(0, version - LATE_US), person: '', turns },
    }),
    async step({ site: siteId, state: before }) {
      const now = Date.now();
      const site = await sites.get(siteId);
      const rules = await rulesInForce(records, site);
      const of = rules.map(({ id, version }) => `${id} ${version}`).join();
      const state = before.of === of ? before : { ...before, of, version: 0, person: '' };
      if (rules.length === 0) return { state, isDone: true };
      const { version, person } = state;
      const since = Math.min(...rules.map(({ since }) => since));
      const found = await store.query(peopleUnassigned, {
        site: site.id,
        version,
        person,
        since,
        most: STEP,
      });
      const inOrder = [...found].sort((one, other) => one.captured_at - other.captured_at);
      const people = [...new Set(inOrder.map(({ person_id }) => person_id))];
      const turns = { ...state.turns };
      const events = (await judged(site, rules, people)).map(({ person, rule }) => {
        const turn = turns[rule.id] ?? 0;
        turns[rule.id] = turn + 1;
        const owner = rule.owners[turn % rule.owners.length];
        return {
          ...{ id: RULED + person, ts: now, type: 'owner_assigned', person: { id: person } },
          ...{ owner, rule: rule.name },
        };
      });
      const rows = await ingested(events, { site, secret, now });
      if (rows.length > 0) await queue.store(rows);
      const last = found.at(-1);
      return {
        state: { of, turns, version: last?.version ?? version, person: last?.person_id ?? person },
        isDone: found.length < STEP,
      };
    },
  };
}
