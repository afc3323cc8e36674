import type { ComponentChildren } from 'preact';
import { texts } from './texts.js';

interface NothingFoundProps {
  /** What was searched for. */
  words: string;
  /** In place of the usual sentence. */
  children?: ComponentChildren;
  clear: () => void;
}

/** In place of a list in which nothing is what its reader looks for: and the way back to all of it. */
export function NothingFound({ words, children, clear }: NothingFoundProps) {
  const m = texts.value.list;
  return (
    <>
      <p role="status">{children || (words ? m.noMatch(words) : m.noneFound)}</p>
      <button type="button" class="button" onClick={clear}>
        {m.clear}
      </button>
    </>
  );
}
