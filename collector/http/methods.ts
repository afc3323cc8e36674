import type { Hono } from 'hono';
import { LeadlineError } from '../errors.js';

/** The addresses that programs ask; what browsers load (the script, pages, files) is looked for by name. */
const API = /^\/(v1\/|healthz$|readyz$|metrics$|openapi\.json$)/;

/**
 * The error for a request that no route has taken: at an address that takes other methods 405 with those in `Allow`
 * (RFC 9110, 15.5.6), else 404.
 */
export function refusalOf(app: Hono): (path: string) => LeadlineError {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  for (const { path, method } of app.routes) {
    if (method === 'ALL' || !API.test(path)) continue;
    const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
    const { methods } = known.get(path) ?? { methods: new Set<string>() };
    methods.add(method);
    if (method === 'GET') methods.add('HEAD');
    known.set(path, { pattern, methods });
  }
  return (path) => {
    const route = [...known.values()].find(({ pattern }) => pattern.test(path));
    if (!route) return new LeadlineError('not_found', 'There is nothing at this address.');
    const Allow = [...route.methods].sort().join(', ');
    return new LeadlineError('method_not_allowed', `This address takes ${Allow} only.`, {
      headers: { Allow },
    });
  };
}
