import { useEffect, useRef } from 'preact/hooks';
import type { ColumnsPlace } from '../components/columns.js';
import { useAddress } from '../components/useAddress.js';

const NAME = 'columns';

/** The columns of a page's list in its address: `columns=name+email+company`. */
export function useColumnsPlace(): ColumnsPlace {
  const { search, replace } = useAddress();
  return {
    names: search.get(NAME)?.split(' '),
    put: (names) => replace((address) => (names ? address.set(NAME, names.join(' ')) : address.delete(NAME))),
  };
}

/**
 * What this browser has kept stands in the address, too: what is shared shows the same.
 *
 * @param chosen undefined where they are the usual ones
 */
export function useStanding({ names, put }: ColumnsPlace, chosen: readonly string[] | undefined): void {
  // While the next page is fetched this one still stands, and the address is the next one's already.
  const path = useRef(location.pathname);
  const text = chosen?.join(' ');
  useEffect(() => {
    if (chosen && names === undefined && location.pathname === path.current) put(chosen);
  }, [text, names === undefined]);
}
