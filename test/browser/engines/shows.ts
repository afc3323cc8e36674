import { expect } from 'vitest';
import type { Engine } from './engine.js';
import type { PageCase } from './page_case.js';
import { visitPage } from './visit.js';

/** What arrives of a page is what it says, and the page's own scripts go on. */
export async function shows(engine: Engine, page: PageCase): Promise<void> {
  const { forms = [], links = [], views, posts, never = [] } = page;
  const { site, errors } = await visitPage(engine, page, page.act);
  const paths = site.events('page_view').map(({ url }) => new URL(String(url)).pathname);
  const seen = {
    errors,
    forms: site.events('form_submit').map(({ form }) => (form as { fields: unknown }).fields),
    links: site.events('link_click').map(({ link }) => (link as { url: string }).url),
    ...(views && { views: paths.filter((path) => path !== '/end') }),
    ...(posts && { posts: site.posts }),
  };
  expect(seen).toEqual({
    errors: '',
    forms,
    links: links.map((link) => link.replace('{host}', site.host).replace('{origin}', site.origin)),
    ...(views && { views }),
    ...(posts && { posts }),
  });
  const sent = JSON.stringify(site.batches);
  for (const text of never) expect(sent).not.toContain(text);
}
