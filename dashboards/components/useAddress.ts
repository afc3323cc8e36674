import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Order, Sort } from './sorting.js';

export interface Address {
  /** What the address says beside its path. */
  search: URLSearchParams;
  /** Changes it; the browser's Back undoes that. */
  change: (edit: (search: URLSearchParams) => void) => void;
  /** Changes it in place: letters that are typed are no steps. */
  replace: Address['change'];
}

/** What is chosen on a page stands in its address: it can be reloaded, kept and shared. */
export function useAddress(): Address {
  const { url, route } = useLocation();
  const text = url.slice(url.indexOf('?') + 1 || url.length);
  const search = useMemo(() => new URLSearchParams(text), [text]);
  const go = (edit: (search: URLSearchParams) => void, inPlace: boolean) => {
    // From what it says by now: two changes may come before the page is drawn again.
    const next = new URLSearchParams(location.search);
    edit(next);
    route(`${location.pathname}${next.size > 0 ? `?${next}` : ''}`, inPlace);
  };
  return { search, change: (edit) => go(edit, false), replace: (edit) => go(edit, true) };
}

/**
 * The order of a list, in the address as `sort` and `order` as queries take them.
 *
 * @param usual how the list is sorted where the address does not say it
 */
export function useSort(usual: Sort): { sort: Sort; onSort: (sort: Sort) => void } {
  const { search, change } = useAddress();
  const column = search.get('sort') || usual.column;
  const order = search.get('order');
  const sort = { column, order: order === 'asc' || order === 'desc' ? (order satisfies Order) : usual.order };
  const onSort = ({ column, order }: Sort) =>
    change((next) => {
      next.set('sort', column);
      next.set('order', order);
    });
  return { sort, onSort };
}
