import { scoreRules } from '../../schemas/gen/queries/score_rules.js';
import { scored } from '../../schemas/lists/met.js';
import { leads } from '../../schemas/queries/leads.js';
import type { Statement } from '../../schemas/statement.js';
import type { Store } from '../store/store.js';
import { readableConditions } from './conditions.js';
import type { OfSite } from './parameters.js';

type Rules = Awaited<ReturnType<typeof read>>;

/** Site → its rules as they were read last. */
const lastRead = new WeakMap<Store, Map<string, Rules>>();

async function read(store: Store, site: string) {
  const rules = await store.query(scoreRules, { site });
  const known = lastRead.get(store) ?? new Map<string, Rules>();
  lastRead.set(store, known.set(site, rules));
  return rules;
}

/**
 * A statement about leads whose rows tell what each scores, by the rules that the site has now, beside the parameters that it
 * takes for that. A rule that asks for what the site no longer knows is passed over.
 */
export async function withScore<Row extends object>(
  store: Store,
  site: OfSite & { id: string },
  statement: Statement<never, Row>,
) {
  return scoredBy(await read(store, site.id), site, statement);
}

/**
 * The same by the rules that the site had when they were read last, which seldom change: they are read beside the statement
 * rather than before it. What was told is true once `isStill` is.
 */
export async function withPresumedScore<Row extends object>(
  store: Store,
  site: OfSite & { id: string },
  statement: Statement<never, Row>,
) {
  const presumed = lastRead.get(store)?.get(site.id);
  if (!presumed) return withScore(store, site, statement);
  const isStill = read(store, site.id).then((rules) => JSON.stringify(rules) === JSON.stringify(presumed));
  // Whoever meets another error first does not come to ask.
  isStill.catch(() => {});
  return { ...scoredBy(presumed, site, statement), isStill };
}

function scoredBy<Row extends object>(rules: Rules, site: OfSite, statement: Statement<never, Row>) {
  const inForce = rules.flatMap(({ filters, ...rule }) => {
    const conditions = readableConditions(filters, site);
    return conditions ? [{ ...rule, ...conditions }] : [];
  });
  return scored(statement, leads, inForce);
}
