import type { ColumnType, Kind } from './kind.js';

/**
 * The SELECT of a kind's view: its records in force, a column for each field. What a query says of `site` and `id`
 * reaches the primary key of `record_versions`, so that one record costs one granule.
 *
 * @example `SELECT name, price FROM products WHERE site = 'shop' AND id = 'mug'`
 */
export function viewOf(kind: Kind): string {
  const isOfSite = kind.scope === 'site';
  const columns = [
    ...(isOfSite ? ['site'] : []),
    'id',
    'version',
    'at AS updated_at',
    '`by` AS updated_by',
    ...Object.keys({ ...kind.fields, ...kind.noted }).map(
      (field) => `${expressionOf(kind, field)} AS \`${field}\``,
    ),
  ];
  return `SELECT
    ${columns.join(',\n    ')}
FROM
(
    SELECT site, id, version, at, \`by\`, deleted, data, write_id
    FROM record_versions
    WHERE kind = '${kind.kind}'${isOfSite ? '' : " AND site = ''"}
    ORDER BY site, id, version DESC, at, write_id
    LIMIT 1 BY site, id
)
WHERE NOT deleted`;
}

/**
 * Names of kinds that could not be views, since something else is called so, in whichever case.
 *
 * @param taken what tables and views there are otherwise
 */
export function collisionsOf(kinds: readonly Kind[], taken: readonly string[]): string[] {
  const names = kinds.map(({ kind }) => kind.toLowerCase());
  const others = new Set(taken.map((name) => name.toLowerCase()));
  return names.filter((name, at) => others.has(name) || names.indexOf(name) !== at);
}

function expressionOf({ fields, noted, columns }: Kind, field: string): string {
  const schema = (fields[field] ?? noted[field]) as Described;
  const of = (type: string) => `JSONExtract(data, '${field}', '${type}')`;
  const type = columns[field] ?? typeOf(schema);
  switch (type) {
    case 'String':
      return `JSONExtractString(data, '${field}')`;
    case 'Array(String)':
      return of(type);
    case 'Decimal':
      // From the digits as they were written: as a floating-point number on the way it would not be exact.
      return `toDecimal128OrNull(trim(BOTH '"' FROM JSONExtractRaw(data, '${field}')), 15)`;
    case 'JSON':
      return `JSONExtractRaw(data, '${field}')`;
    default:
      return of(isMissable(schema) ? `Nullable(${type})` : type);
  }
}

/** What Valibot's schemas tell of themselves. */
interface Described {
  type: string;
  wrapped?: Described;
  default?: unknown;
  item?: Described;
  options?: readonly Described[];
}

const isMissable = ({ type, default: fallback }: Described) =>
  /^(optional|nullish|nullable)$/.test(type) && fallback === undefined;

function typeOf({ type, wrapped, item, options }: Described): ColumnType {
  if (wrapped) return typeOf(wrapped);
  switch (type) {
    case 'string':
    case 'picklist':
      return 'String';
    case 'number':
      return 'Float64';
    case 'boolean':
      return 'Bool';
    case 'array':
      return item && typeOf(item) === 'String' ? 'Array(String)' : 'JSON';
    case 'union': {
      // An amount, as a number or as decimal digits.
      const types = new Set(options?.map((option) => typeof option === 'object' && option.type));
      return types.size === 2 && types.has('number') && types.has('string') ? 'Decimal' : 'JSON';
    }
    default:
      return 'JSON';
  }
}
