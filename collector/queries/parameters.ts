import * as v from 'valibot';
import type { AnyQuery, ListDeclaration } from '../../schemas/define_query.js';
import { type AttributeType, attributeTypesOf } from '../../schemas/entities/attributes.js';
import type { SalesShare, Site } from '../../schemas/entities/sites.js';
import {
  columnKind,
  mappedName,
  type Operator,
  operators,
  operatorsOf,
  sortable,
} from '../../schemas/lists/columns.js';
import type { Filter } from '../../schemas/lists/conditions.js';
import type { Asked } from '../../schemas/lists/page.js';
import type { ErrorDetail } from '../../schemas/rules.js';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';
import { decodeCursor } from './cursor.js';
import { dayInZone } from './zone.js';

export const LIMIT_MAX = 1_000;
export const LIMIT = 50;
const SEARCH_MAX = 200;
const SITE_MAX = 64;
/** Of one filter; more are a list of somebody's that belongs elsewhere. */
const VALUES_MAX = 100;
const VALUE_MAX = 1_000;

/** What a request asks of a named query, as the query declares it. */
export interface Request {
  site: string;
  /** The query's own parameters. */
  own: Record<string, unknown>;
  /** Undefined for a query that is no list. */
  asked: Asked | undefined;
  /** The site's: days are days of it. */
  timeZone: string;
  /** The site's own, of people. */
  attributes: Site['attributes'];
  /** The site's: how reps share what they sold together. */
  salesShare: SalesShare;
}

/** What of its site a request's meaning depends on: of which zone days are, which attributes people have, who sold what. */
export type OfSite = Partial<Pick<Site, 'timeZone' | 'attributes' | 'salesShare'>>;

/** How filters are written, for whoever wrote one otherwise. */
const FILTERS = '. Filters are written status=new, country!=ES, company~=acme, orders>=2';

/** The parameters that every list takes beside the filters. */
const LIST_PARAMETERS = ['sort', 'order', 'limit', 'cursor'];

/** The names of everything that a query takes, filters by their columns. */
export function parameterNames({ parameters = {}, list }: AnyQuery): string[] {
  const own = ['site', ...Object.keys(parameters)];
  return list
    ? [...own, ...(list.search || list.folded ? ['search'] : []), ...LIST_PARAMETERS, ...list.columns]
    : own;
}

/**
 * Reads the parameters of a named query. A filter is named like its column, with its operator before the equals sign of
 * the address: `status=new`, `country!=ES`, `company~=acme`, `orders>=2`; several values are alternatives.
 *
 * @throws LeadlineError `parameter_invalid`, which names what there is
 */
export function readParameters(
  name: string,
  query: AnyQuery,
  input: URLSearchParams,
  { timeZone = 'UTC', attributes, salesShare = 'equally' }: OfSite = {},
): Request {
  const { list, parameters = {} } = query;
  const types = attributeTypesOf(attributes);
  const filters: Filter[] = [];
  const single: Record<string, string> = {};
  for (const key of new Set(input.keys())) {
    const values = input.getAll(key);
    const column = key.replace(/[!~<>]$/, '');
    const operator = `${key.slice(column.length)}=` as Operator;
    const mapped = list && mappedName(list, column);
    if (list?.columns.includes(column)) {
      filters.push(readFilter(query, column, operator, values, timeZone));
    } else if (mapped !== undefined) {
      filters.push(readMapped(column, operator, values, typeOf(column, mapped, types)));
    } else if (!parameterNames(query).includes(key)) {
      throw refuse(
        `Query ${name} has no parameter "${key.slice(0, 64)}". There are: ${parameterNames(query).join(', ')}${list ? FILTERS : ''}`,
        { path: key.slice(0, 64), rule: 'unknown' },
      );
    } else if (values.length > 1) {
      throw refuse(`${key} is there ${values.length} times: send it once`, {
        path: key,
        rule: 'too_long',
        limit: 1,
      });
    } else single[key] = values[0] ?? '';
  }
  const entries: Entries = { ...parameters, ...common, ...(list && listEntries(list, query, types)) };
  const schema = v.strictObject(entries);
  const result = v.safeParse(schema, single);
  if (!result.success) {
    throw new LeadlineError('parameter_invalid', `Query ${name}: ${explain(result.issues)}.`, {
      details: detailsOf(result.issues),
    });
  }
  const own = Object.fromEntries(
    Object.entries(result.output)
      .filter(([key]) => Object.hasOwn(parameters, key))
      .map(([key, value]) => [
        key,
        query.moments?.includes(key) && typeof value === 'string'
          ? readMoment(key, '>=', value, timeZone)
          : value,
      ]),
  );
  const { site } = result.output as { site: string };
  return {
    site,
    own,
    timeZone,
    attributes,
    salesShare,
    asked: list && readList(name, { ...query, list }, result.output as ListInput, { filters, types }),
  };
}

type Entries = Record<string, v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>;

const common = { site: v.pipe(v.string(), v.minLength(1), v.maxLength(SITE_MAX)) };

/** What a list is asked for beside filters, as texts. */
interface ListInput {
  search?: string;
  sort?: string;
  order?: 'asc' | 'desc';
  limit?: number;
  cursor?: string;
}

type Types = ReadonlyMap<string, AttributeType>;

function listEntries(list: ListDeclaration, query: AnyQuery, types: Types) {
  return {
    ...((list.search || list.folded) && {
      search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(SEARCH_MAX))),
    }),
    sort: v.optional(sortEntry(list, query, types)),
    order: v.optional(v.picklist(['asc', 'desc'])),
    limit: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,4}$/, `must be a number from 1 to ${LIMIT_MAX}`),
        v.transform(Number),
        v.minValue(1),
        v.maxValue(LIMIT_MAX),
      ),
    ),
    cursor: v.optional(v.string()),
  };
}

function sortEntry(list: ListDeclaration, { statement }: AnyQuery, types: Types) {
  const mapped = list.map ? [...types.keys()].map((name) => `${list.map}.${name}`) : [];
  return v.picklist([...sortable(list, statement.columns), ...mapped]);
}

function readList(
  name: string,
  query: AnyQuery & { list: ListDeclaration },
  input: ListInput,
  { filters, types }: { filters: Filter[]; types: Types },
): Asked {
  const { list } = query;
  const { search = '', sort = list.sort, order = list.order, limit, cursor } = input;
  const after = cursor === undefined ? undefined : decodeCursor({ query: name, sort, order }, cursor);
  // As the rows have what they are sorted by: one that somebody made up may not.
  const sortsNumbers = types.get(mappedName(list, sort) ?? '') === 'number';
  const isText = !list.pagedBy && !sortsNumbers && kindOf(query, sort) === 'text';
  if (cursor !== undefined && (!after || (typeof after.value === 'string') !== isText)) {
    throw refuse('cursor must be the meta.cursor of the page before, of the same list in the same order', {
      path: 'cursor',
      rule: 'format',
      limit: 'cursor',
    });
  }
  const sortsMoments = query.times?.includes(sort) ?? false;
  return { filters, search, sort, sortsNumbers, sortsMoments, order, limit, after };
}

const kindOf = ({ statement }: AnyQuery, column: string) =>
  columnKind(statement.columns[column] ?? '') ?? 'text';

/** @throws LeadlineError `parameter_invalid` */
function readFilter(
  query: AnyQuery,
  column: string,
  operator: Operator,
  texts: string[],
  timeZone: string,
): Filter {
  const path = `${column}${operator.slice(0, -1)}`;
  const kind = kindOf(query, column);
  refuseOthers(column, operator, operatorsOf[kind]);
  refuseLong(path, texts);
  if (query.times?.includes(column))
    return { column, operator, values: texts.map((text) => readMoment(path, operator, text, timeZone)) };
  if (kind === 'number') return { column, operator, values: texts.map((text) => readNumber(path, text)) };
  if (kind === 'boolean') return { column, operator, values: texts.map((text) => readBoolean(path, text)) };
  return { column, operator, values: texts };
}

/** The name must be an attribute's. @throws LeadlineError `parameter_invalid`, which names those that there are */
function typeOf(column: string, name: string, types: Types): AttributeType {
  const type = types.get(name);
  if (type) return type;
  throw refuse(`There is no ${column}. There are: ${[...types.keys()].join(', ')}`, {
    path: column,
    rule: 'unknown',
  });
}

/** Of an attribute, which is kept as a text: a number as JSON writes it, a day as ISO 8601 does. */
function readMapped(column: string, operator: Operator, texts: string[], type: AttributeType): Filter {
  const path = `${column}${operator.slice(0, -1)}`;
  const isOrdered = type === 'number' || type === 'date';
  refuseOthers(column, operator, isOrdered ? operators : operatorsOf.text);
  refuseLong(path, texts);
  const isBound = operator === '>=' || operator === '<=';
  const kept = (text: string) => {
    if (type === 'number' && operator !== '~=') {
      if (isBound) return readNumber(path, text);
      return text && String(readNumber(path, text));
    }
    if (isBound && !DAY.test(text))
      throw refuse(`${path} must be a day such as 2026-10-14`, { path, rule: 'format', limit: 'day' });
    return text;
  };
  return { column, operator, values: texts.map(kept) };
}

/** @throws LeadlineError `parameter_invalid` */
function refuseOthers(column: string, operator: Operator, taken: readonly Operator[]): void {
  if (taken.includes(operator)) return;
  const path = `${column}${operator.slice(0, -1)}`;
  throw refuse(`${column} takes ${taken.join(' and ')} only`, { path, rule: 'one_of', limit: taken });
}

/** @throws LeadlineError `parameter_invalid` */
function refuseLong(path: string, texts: readonly string[]): void {
  if (texts.length > VALUES_MAX)
    throw refuse(`${path} has more than ${VALUES_MAX} values`, { path, rule: 'too_long', limit: VALUES_MAX });
  if (texts.some((text) => text.length > VALUE_MAX)) {
    const message = `${path} must have ${VALUE_MAX} characters at most`;
    throw refuse(message, { path, rule: 'too_long', limit: VALUE_MAX });
  }
}

const NUMBER = /^-?\d{1,16}(\.\d{1,9})?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Before now: -30d. */
const DAYS_AGO = /^-(\d{1,4})d$/;
const DAY_MS = 86_400_000;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

function readNumber(path: string, text: string): number {
  if (NUMBER.test(text)) return Number(text);
  throw refuse(`${path} must be a number`, { path, rule: 'type', limit: 'number' });
}

/** Milliseconds, so many days before now, a moment as ISO 8601 has it, or from or to a day of the site's zone, which is in it as a whole. */
function readMoment(path: string, operator: Operator, text: string, timeZone: string): number {
  if (NUMBER.test(text)) return Math.round(Number(text));
  // In an address a plus that is not encoded is a space.
  const iso = text.replace(/ (?=\d\d:\d\d$)/, '+');
  const days = DAYS_AGO.exec(text)?.[1];
  const ago = days === undefined ? undefined : Date.now() - Number(days) * DAY_MS;
  const bounds = DAY.test(text) ? dayInZone(text, timeZone) : undefined;
  const moments: Partial<Record<Operator, number | undefined>> = {
    '>=': ago ?? bounds?.start,
    '<=': ago ?? bounds?.end,
  };
  const moment = ISO.test(iso) ? Date.parse(iso) : moments[operator];
  if (moment !== undefined && Number.isFinite(moment)) return moment;
  throw refuse(
    `${path} must be a time such as 2026-10-14T12:00:00Z, milliseconds, a day such as 2026-10-14, or -30d for 30 days ago`,
    { path, rule: 'format', limit: 'moment' },
  );
}

function readBoolean(path: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw refuse(`${path} must be true or false`, { path, rule: 'type', limit: 'boolean' });
}

const refuse = (message: string, detail: ErrorDetail) =>
  new LeadlineError('parameter_invalid', `${message}.`, { details: [detail] });
