import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Access, Role } from './access.js';
import { appPaths, homeOf, mayOpen, pageAt, pages } from './sections.js';

const at = (site: string, ...roles: Role[]): Access[] => [{ site, roles, people: 'all' }];
const open = (access: Access[], site: string) =>
  pages.filter((page) => mayOpen(page, access, site)).map(({ path }) => path);

describe('sections', () => {
  it('shows each role what it may open', () => {
    expect(open(at('*', 'owner'), 'shop')).toEqual(pages.map(({ path }) => path));
    expect(open(at('shop', 'rep'), 'shop')).toEqual([
      '/today',
      '/leads',
      '/persons/:id',
      '/customers',
      '/duplicates',
      '/import',
      '/orders',
      '/orders/:id',
      '/refunds',
      '/products',
      '/products/:id',
      '/reps',
      '/links',
      '/links/:id',
      '/links/:id/recipients',
      '/clicks',
      '/account',
      '/design',
    ]);
    expect(open(at('shop', 'marketer'), 'shop')).toContain('/install');
    expect(open(at('shop', 'owner'), 'blog')).toEqual([]);
  });

  it('keeps what tells of all sites from the owners of some', () => {
    const page = { path: '/x', title: { en: '', es: '', tr: '' }, roles: ['owner'] as const, load: never };
    expect(mayOpen({ ...page, everySite: true }, at('shop', 'owner'), 'shop')).toBe(false);
    expect(mayOpen({ ...page, everySite: true }, at('*', 'owner'), 'shop')).toBe(true);
  });

  it('begins with the first page of the menu that is open', () => {
    expect(homeOf(at('shop', 'viewer'), 'shop')?.path).toBe('/leads');
    expect(homeOf(at('shop', 'rep'), 'shop')?.path).toBe('/today');
    expect(homeOf(at('shop', 'rep', 'marketer'), 'shop')?.path).toBe('/leads');
    expect(homeOf([], 'shop')).toBeUndefined();
  });

  it('knows whose an address is', () => {
    expect(pageAt('/persons/p%201')?.path).toBe('/persons/:id');
    expect(pageAt('/audit/')?.path).toBe('/audit');
    for (const path of ['/', '/nowhere', '/persons', '/persons/a/b']) expect(pageAt(path)).toBeUndefined();
  });

  it.each(pages)(
    'has an address for $path that the router takes and no other page has',
    ({ path, under }) => {
      const address = path.replace(/:\w+/, 'x');
      expect(`${address}?site=demo`).toMatch(appPaths);
      expect(pageAt(address)?.path).toBe(path);
      expect(under ? pageAt(under) : true).toBeTruthy();
    },
  );

  it('leaves the demo site and the API to the browser', () => {
    for (const path of ['/', '/?site=demo']) expect(path).toMatch(appPaths);
    for (const path of ['/demo/', '/v1/query/leads', '/leadline.js', '/l/x', '/openapi.json', '/leadsx'])
      expect(path).not.toMatch(appPaths);
  });

  it('gives each letter once', () => {
    const letters = pages.flatMap(({ letter }) => letter ?? []);
    expect(new Set(letters).size).toBe(letters.length);
  });
});

it('links between pages lead to pages', () => {
  const sources = readdirSync('dashboards', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  );
  const linked = sources.flatMap((name) =>
    [...readFileSync(join('dashboards', name), 'utf8').matchAll(/\burlOf\('([^']+)'/g)].map(
      ([, path]) => path,
    ),
  );
  expect(linked.length).toBeGreaterThan(3);
  expect(linked.filter((path) => path !== '/' && !pageAt(path ?? ''))).toEqual([]);
});

const never = () => Promise.reject(new Error('not to be loaded'));
