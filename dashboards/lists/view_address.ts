/** Whether two addresses ask a list for the same: the order of what they say says nothing, but among values of one name. */
export function asksTheSame(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

function normal(address: string): string {
  const search = new URLSearchParams(address);
  // It keeps the order of values that share a name.
  search.sort();
  return search.toString();
}

/**
 * The address of a page with a saved view chosen; without one, of the page with nothing chosen.
 *
 * @example viewUrl('/leads', 'shop', { id: 'v1', address: 'status=new' }) // '/leads?site=shop&view=v1&status=new'
 */
export function viewUrl(page: string, site: string, view?: { id: string; address: string }): string {
  const search = new URLSearchParams([
    ['site', site],
    ...(view ? [['view', view.id], ...new URLSearchParams(view.address)] : []),
  ]);
  return `${page}?${search}`;
}
