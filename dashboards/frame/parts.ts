import { type PageEntry, pageAt, pages } from '../sections.js';
import { type Lazy, lazyPage } from './LazyPage.js';

const parts = new Map(pages.map((page) => [page, lazyPage(page.load)]));

/** What shows a page: fetched when it is first shown. */
export function partOf(page: PageEntry): Lazy<object> {
  const part = parts.get(page);
  if (!part) throw new Error(`${page.path} is not among the sections`);
  return part;
}

/** Begins to fetch the page at an address: a pointer over a link to it comes before the click. */
export function preload(href: string): void {
  const page = pageAt(new URL(href, location.origin).pathname);
  if (page) partOf(page).preload();
}
