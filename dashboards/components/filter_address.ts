/** Filters as an address has them, which is how queries take them: `status=new&status=working`, `country!=ES`. */

export const operators = ['=', '!=', '~=', '>=', '<='] as const;

export type Operator = (typeof operators)[number];

export interface Filter {
  /** As the query has it. */
  column: string;
  operator: Operator;
  /** Any of them; an empty one means that there is nothing. */
  values: readonly string[];
}

/** The parameter of a filter: the sign before `=` is part of its name. */
const nameOf = ({ column, operator }: Pick<Filter, 'column' | 'operator'>) => column + operator.slice(0, -1);

/** @param columns that can be filtered by: whatever else stands in an address filters nothing */
export function filtersIn(search: URLSearchParams, columns: readonly string[]): Filter[] {
  return [...new Set(search.keys())].flatMap((name) => {
    const operator = operators.find((one) => one !== '=' && name.endsWith(one.slice(0, -1))) ?? '=';
    const column = operator === '=' ? name : name.slice(0, -1);
    return columns.includes(column) ? [{ column, operator, values: search.getAll(name) }] : [];
  });
}

/** Puts a filter into an address, in place of `old` where it is another one. */
export function setFilter(search: URLSearchParams, filter: Filter, old?: Filter): void {
  if (old) removeFilter(search, old);
  removeFilter(search, filter);
  for (const value of filter.values) search.append(nameOf(filter), value);
}

export const removeFilter = (search: URLSearchParams, filter: Filter): void => search.delete(nameOf(filter));
