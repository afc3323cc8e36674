import './VirtualList.css';
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useVirtual } from './useVirtual.js';

interface VirtualListProps<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** How high a row is likely to be, in pixels; each is measured once it is drawn. */
  estimate: (row: Row) => number;
  /** Of a list that scrolls by itself; left out where it scrolls with the page. */
  height?: string;
  children: (row: Row) => ComponentChildren;
}

/**
 * A list of any length: what is far from the window is not drawn. Assistive technology is told how many rows there are
 * and which one it is at. The browser's search finds what is drawn alone, from 100 rows on; so give long lists a search
 * of their own.
 */
export function VirtualList<Row>({ height, ...props }: VirtualListProps<Row>) {
  return height === undefined ? <InPage {...props} /> : <InBox {...props} height={height} />;
}

const sizes = <Row,>({ rows, keyOf, estimate }: Omit<VirtualListProps<Row>, 'height'>) => ({
  count: rows.length,
  getItemKey: (index: number) => {
    const row = rows[index];
    return row === undefined ? index : keyOf(row);
  },
  estimateSize: (index: number) => {
    const row = rows[index];
    return row === undefined ? 0 : estimate(row);
  },
});

function InPage<Row>(props: Omit<VirtualListProps<Row>, 'height'>) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    // What stands above the list may have grown since.
    if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + scrollY));
  });
  const drawn = useVirtual<Window>({
    ...sizes(props),
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => scrollY,
    initialRect: { width: innerWidth, height: innerHeight },
    scrollMargin: top,
  });
  return <Rows {...props} drawn={drawn} top={top} list={list} />;
}

function InBox<Row>({ height, ...props }: VirtualListProps<Row>) {
  const box = useRef<HTMLElement>(null);
  const drawn = useVirtual<HTMLElement>({
    ...sizes(props),
    getScrollElement: () => box.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
  });
  return (
    <section
      ref={box}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      class="virtual-box"
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== 'End' && event.key !== 'Home')) return;
        event.preventDefault();
        drawn.scrollTo(event.key === 'End' ? 'last' : 'first');
      }}
      style={{ maxHeight: height }}
    >
      <Rows {...props} drawn={drawn} top={0} />
    </section>
  );
}

interface RowsProps<Row> extends Omit<VirtualListProps<Row>, 'height'> {
  drawn: ReturnType<typeof useVirtual>;
  /** Where the list begins in what scrolls. */
  top: number;
  list?: RefObject<HTMLOListElement | null>;
}

function Rows<Row>({ label, rows, drawn, top, list, children }: RowsProps<Row>) {
  return (
    <ol
      {...(list && { ref: list })}
      class="virtual"
      aria-label={label}
      style={{ height: `${drawn.height}px` }}
      onFocusIn={drawn.onFocusIn}
      onFocusOut={drawn.onFocusOut}
    >
      {drawn.items.map(({ key, index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <li
            key={String(key)}
            ref={drawn.measure}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {children(row)}
          </li>
        );
      })}
    </ol>
  );
}
