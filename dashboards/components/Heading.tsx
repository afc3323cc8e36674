import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

let shownBefore = false;

/**
 * The heading of a page. Names the document, and takes the focus when the reader comes from another page, so that
 * keyboards and screen readers begin there.
 */
export function PageHeading({ title, children }: { title: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // Not on the first page of a visit: there the browser's own start is the expected one.
    if (shownBefore) heading.current?.focus({ preventScroll: true });
  }, []);
  useTitle(title);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}

export function useTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = `${title} · Leadline`;
    shownBefore = true;
  }, [title]);
}
