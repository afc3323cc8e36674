import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePageTitle } from './page.js';

let shownBefore = false;

interface PageHeadingProps {
  /** In place of the page's title: whom or what it shows. */
  title?: string | undefined;
  /** The same, marked up. */
  children?: ComponentChildren;
}

/**
 * The heading of a page. Names the document, and takes the focus when the reader comes from another page, so that
 * keyboards and screen readers begin there.
 */
export function PageHeading({ title, children }: PageHeadingProps) {
  const usual = usePageTitle();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // Not on the first page of a visit: there the browser's own start is the expected one.
    if (shownBefore) heading.current?.focus({ preventScroll: true });
  }, []);
  useTitle(title ?? usual);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title ?? usual}
    </h1>
  );
}

export function useTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = `${title} · Leadline`;
    shownBefore = true;
  }, [title]);
}
