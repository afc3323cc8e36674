import { describe, expect, it } from 'vitest';
import { createApp } from '../collector/app.js';
import type { Services } from '../collector/services.js';
import { openapi } from '../schemas/gen/api/openapi.js';

const { paths } = openapi as { paths: Record<string, Record<string, { operationId: string }>> };

/** What people open in a browser is no API. */
const PAGES = new Set(['/app/*', '/demo', '/demo/*']);

/** The running routes; those that only set headers take all methods. The preflight of `POST /v1/events` is the browser's. */
const routes = createApp({} as Services)
  .routes.filter(({ path, method }) => method !== 'ALL' && method !== 'OPTIONS' && !PAGES.has(path))
  // Parameters with a pattern of their own: `/:script{leadline.*}`.
  .map(({ path, method }) => ({ method: method.toLowerCase(), path: path.replace(/\{.*\}$/, '') }));
const known = Object.entries(paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => ({ method, path })),
);

/** Whether a route `/v1/query/:name` answers at the address `/v1/query/leads` or `/v1/query/{name}`. */
const answers = (route: string, address: string) =>
  new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(address);

const list = (all: { method: string; path: string }[]) =>
  [...new Set(all.map(({ method, path }) => `${method} ${path}`))].sort();

describe('/openapi.json', () => {
  it('tells of every running route', () => {
    const untold = routes.filter(
      (route) => !known.some(({ method, path }) => method === route.method && answers(route.path, path)),
    );
    expect(routes.length).toBeGreaterThan(10);
    expect(list(untold)).toEqual([]);
  });

  it('tells of no other', () => {
    const gone = known.filter(
      ({ method, path }) => !routes.some((route) => method === route.method && answers(route.path, path)),
    );
    expect(list(gone)).toEqual([]);
  });

  it('names each operation once, and only schemas that it has', () => {
    const ids = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const text = JSON.stringify(openapi);
    const { schemas } = (openapi as { components: { schemas: Record<string, unknown> } }).components;
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((name) => !Object.hasOwn(schemas, name))).toEqual([]);
  });
});
