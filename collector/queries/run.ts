import type { AnyQuery, ListDeclaration } from '../../schemas/define_query.js';
import { namedQueries } from '../../schemas/gen/api/named_queries.js';
import { type Asked, addedTo, listed } from '../../schemas/lists/page.js';
import { quick } from '../../schemas/lists/quick.js';
import { LeadlineError } from '../errors.js';
import type { Store } from '../store/store.js';
import { type Asker, nobody } from './asker.js';
import { handlers, type Refined } from './handlers.js';
import { fitting, type Page, pageOf } from './page.js';
import { LIMIT, type OfSite, type Request, readParameters } from './parameters.js';
import { firstRows } from './quick_page.js';

/** Every query there is; what must hold for all of them is tested over this list. */
export const queryNames = Object.keys(namedQueries) as (keyof typeof namedQueries)[];

/** @throws LeadlineError `query_unknown` */
export function queryOf(name: string): AnyQuery {
  if (Object.hasOwn(namedQueries, name))
    return namedQueries[name as keyof typeof namedQueries] as unknown as AnyQuery;
  throw new LeadlineError(
    'query_unknown',
    `There is no query "${name.slice(0, 64)}". There are: ${queryNames.join(', ')}.`,
  );
}

/** The tables and kinds of records that a query's answer depends on. */
export const tablesOf = (name: string): readonly string[] => [
  ...new Set([queryOf(name).statement, ...(handlers[name]?.reads ?? [])].flatMap(({ tables }) => tables)),
];

/**
 * Runs a named query with the parameters of a request.
 *
 * @param site its time zone and attributes; without them UTC and what every site knows of people
 * @param asker left out where the collector itself asks
 *
 * @throws LeadlineError `query_unknown`, `parameter_invalid`, and what `Store.query` throws
 */
export async function runNamed(
  store: Store,
  name: string,
  input: URLSearchParams,
  { site, asker = nobody }: { site?: OfSite; asker?: Asker } = {},
): Promise<Page> {
  const query = queryOf(name);
  const request = readParameters(name, query, input, site);
  const page = await pageFor(store, name, query, request, asker);
  if (isPersonal(query)) await asker.note(viewOf(query, request, input, page, asker));
  return page;
}

async function pageFor(
  store: Store,
  name: string,
  query: AnyQuery,
  request: Request,
  asker: Asker,
): Promise<Page> {
  const { isStill, ...ready } = await readied(store, name, query, request, asker);
  const page = await readPage(store, name, query, request, ready);
  return (await isStill) === false ? pageFor(store, name, query, request, asker) : page;
}

async function readPage(
  store: Store,
  name: string,
  query: AnyQuery,
  request: Request,
  { statement, params: own }: Refined,
): Promise<Page> {
  const { list } = query;
  const { asked } = request;
  if (!list || !asked) {
    const rows = await store.query(statement, own);
    return { rows: withoutColumns(query.hidden, await completed(store, name, request, rows, own)) };
  }
  const limit = asked.limit ?? LIMIT;
  const { rows, total } = await foundOf(store, list, statement, { ...asked, limit: limit + 1 }, own);
  const told = rows.slice(0, limit);
  const shown = fitting(told, list, limit);
  return {
    ...pageOf(list, { ...asked, query: name }, rows, shown),
    rows: withoutColumns(
      [...(query.hidden ?? []), ...addedTo(list)],
      await completed(store, name, request, told.slice(0, shown), own),
    ),
    ...(total !== undefined && { total }),
  };
}

/** So many rows of a list, and on its first page how many there are in all, where the list tells. */
async function foundOf(
  store: Store,
  list: ListDeclaration,
  statement: AnyQuery['statement'],
  asked: Asked & { limit: number },
  own: Record<string, unknown>,
): Promise<{ rows: Record<string, unknown>[]; total?: number }> {
  const isCounted = list.total === true && !asked.after;
  if (list.settledBy)
    return firstRows(store, list, quick(statement, list, asked), own, { limit: asked.limit, isCounted });
  const page = listed(statement, list, asked);
  const params = { ...own, ...page.params };
  if (!isCounted) return { rows: await store.query(page.statement, params) };
  const { rows, found } = await store.page(page.statement, params);
  return { rows, total: found };
}

/** What the statement leaves to its handler. */
const completed = async (
  store: Store,
  name: string,
  request: Request,
  rows: readonly object[],
  params: object,
): Promise<readonly object[]> => (await handlers[name]?.complete?.(store, request, rows, params)) ?? rows;

/**
 * All rows of a named query, as they come from ClickHouse: however many there are, only some are in memory.
 *
 * @param signal ends it where nobody waits any more
 * @throws LeadlineError like {@link runNamed}
 */
export async function* streamNamed(
  store: Store,
  name: string,
  input: URLSearchParams,
  { site, signal, asker = nobody }: { site?: OfSite; signal?: AbortSignal; asker?: Asker } = {},
): AsyncGenerator<object[]> {
  const query = queryOf(name);
  const request = readParameters(name, query, input, site);
  await asker.note({ action: 'exported', ...actOf(request, input) });
  let ready = await readied(store, name, query, request, asker);
  while ((await ready.isStill) === false) ready = await readied(store, name, query, request, asker);
  const { statement, params } = ready;
  const page = query.list && request.asked && listed(statement, query.list, request.asked);
  const hidden = [...(query.hidden ?? []), ...(query.list ? addedTo(query.list) : [])];
  for await (const rows of store.stream(
    page?.statement ?? statement,
    { ...params, ...handlers[name]?.exported, ...page?.params },
    signal,
  ))
    yield withoutColumns(hidden, await completed(store, name, request, rows, params));
}

/** A statement about people shows those alone of the owners that it is bound to. */
const isPersonal = ({ statement, personal }: AnyQuery) =>
  personal ?? Object.hasOwn(statement.params, 'owners');

/** As persons are called; by anything else, such as an e-mail address, the audit itself does not name them. */
const PERSON = /^p_[\w-]{22}$/;

function actOf({ own }: Request, input: URLSearchParams) {
  const { site: _, person = '', ...rest } = Object.fromEntries(input);
  const isId = PERSON.test(person);
  const asked = { ...rest, ...(person !== '' && !isId && { person }) };
  return {
    subject: isId ? String(own.person) : '',
    ...(Object.keys(asked).length > 0 && { values: { asked } }),
  };
}

/** Whoever asked for a person that is not theirs was shown nothing. A list that has to do with some need not have any. */
function viewOf(
  { parameters }: AnyQuery,
  request: Request,
  input: URLSearchParams,
  { rows }: Page,
  { owners }: Asker,
) {
  const isOfOne = parameters?.person !== undefined && parameters.person.type !== 'optional';
  const isRefused = isOfOne && owners.length > 0 && rows.length === 0;
  return {
    ...(isRefused ? { action: 'refused' as const, code: 'person_not_yours' } : { action: 'viewed' as const }),
    ...actOf(request, input),
  };
}

/** The statement, and what it takes: what the query found out, and whose rows the asker may see. */
async function readied(
  store: Store,
  name: string,
  query: AnyQuery,
  request: Request,
  asker: Asker,
): Promise<Refined> {
  const { site, own } = request;
  const { owners, within } = asker;
  const handler = handlers[name];
  const [refined, found] = await Promise.all<[Promise<Refined> | Refined, Promise<object> | object]>([
    handler?.refined?.(store, request, query.statement) ?? { statement: query.statement, params: {} },
    handler?.params(store, request, asker) ?? own,
  ]);
  return { ...refined, params: { site, owners, within, ...found, ...refined.params } };
}

function withoutColumns(columns: readonly string[] = [], rows: readonly object[]): object[] {
  if (columns.length === 0) return [...rows];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))),
  );
}
