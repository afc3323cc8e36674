import {
  defaultRangeExtractor,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

type Options<Scroller extends Element | Window> = Omit<
  VirtualizerOptions<Scroller, HTMLElement>,
  'rangeExtractor' | 'onChange' | 'overscan' | 'anchorTo' | 'scrollEndThreshold'
>;

/** Lists up to here are drawn whole: the browser's search finds all of them. */
const WHOLE_MAX = 100;
/** Rows drawn beyond the window on either side: enough for a Tab to find the next one. */
const OVERSCAN = 8;

/** Which rows of a long list are drawn, and where: a Preact component around TanStack's virtualizer. */
export function useVirtual<Scroller extends Element | Window>(options: Options<Scroller>) {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const focused = useRef<number | undefined>(undefined);
  const all: VirtualizerOptions<Scroller, HTMLElement> = {
    ...options,
    overscan: OVERSCAN,
    // What is being read stays in its place when rows come above it.
    anchorTo: 'end',
    // No distance is that small: a list whose end is in sight from the beginning, as a short one's is, does not scroll
    // along with it when its rows turn out to be higher than thought.
    scrollEndThreshold: -1,
    rangeExtractor: (range) => withFocused(range, focused.current),
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer(all));
  virtualizer.setOptions(all);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    /** A scroll of the browser's own would stop where rows on its way turn out to be higher than thought. */
    scrollTo: (end: 'first' | 'last') =>
      virtualizer.scrollToIndex(end === 'first' ? 0 : options.count - 1, {
        align: end === 'first' ? 'start' : 'end',
      }),
    /** The row that has the focus stays drawn wherever the reader scrolls: a focus cannot be where nothing is. */
    onFocusIn: ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
      focused.current = row ? Number(row.dataset.index) : undefined;
    },
    onFocusOut: () => {
      focused.current = undefined;
    },
  };
}

function withFocused(range: Range, focused: number | undefined): number[] {
  if (range.count <= WHOLE_MAX) return Array.from({ length: range.count }, (_, index) => index);
  const drawn = defaultRangeExtractor(range);
  if (focused === undefined || focused >= range.count || drawn.includes(focused)) return drawn;
  return [...drawn, focused].sort((a, b) => a - b);
}
