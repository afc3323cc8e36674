import { useState } from 'preact/hooks';

export interface Selection {
  has: (key: string) => boolean;
  count: number;
  /** All that are shown, some of them, or none. */
  state: 'all' | 'some' | 'none';
  toggle: (key: string) => void;
  /** All shown, or none where all are. */
  toggleAll: () => void;
  clear: () => void;
}

/** Which rows of those shown are selected. One that is no longer shown is not: what is not seen is not acted on. */
export function useSelection(keys: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = keys.filter((key) => chosen.has(key));
  const state = here.length === 0 ? 'none' : here.length === keys.length ? 'all' : 'some';
  return {
    has: (key) => chosen.has(key),
    count: here.length,
    state,
    toggle: (key) => {
      const next = new Set(here);
      if (!next.delete(key)) next.add(key);
      setChosen(next);
    },
    toggleAll: () => setChosen(new Set(state === 'all' ? [] : keys)),
    clear: () => setChosen(new Set()),
  };
}
