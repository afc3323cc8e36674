const OPERATORS = /[!~<>]$/;

/**
 * Of a page's address what a list of a query takes: search, order, and filters on its columns. Whatever else stands there
 * is the page's, or a mistake that shall not cost the list.
 *
 * @example askedIn(new URLSearchParams('site=shop&status!=new&tab=2'), ['status']).toString() // 'status!=new'
 */
export function askedIn(address: URLSearchParams, columns: readonly string[]): URLSearchParams {
  const known = new Set(['search', ...columns]);
  const isKnown = ([name, value]: [string, string]) =>
    name === 'sort'
      ? columns.includes(value)
      : name === 'order'
        ? value === 'asc' || value === 'desc'
        : known.has(name.replace(OPERATORS, ''));
  return new URLSearchParams([...address].filter(isKnown));
}

/** Whether it narrows the list, rather than ordering it. */
export const isNarrowed = (asked: URLSearchParams): boolean =>
  [...asked].some(([name, value]) => name !== 'sort' && name !== 'order' && (name !== 'search' || value));
