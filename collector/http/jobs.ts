import { Hono } from 'hono';
import { routes } from '../../schemas/routes.js';
import { type Caller, requireAt, requireEverywhere } from '../access/caller.js';
import type { JobKey } from '../jobs/job.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { parametersOf } from './parameters.js';
import { readObject } from './session.js';

/**
 * Asks for background work (`docs/jobs.md`); how far it is, the query `jobs` tells. 202 once that is stored.
 *
 * - `POST /v1/jobs` `{job}`: what is of the instance
 * - `POST /v1/sites/<site>/jobs` `{job, id?}`: what is of a site
 *
 * Errors: 400 body_not_json, parameter_invalid; 401 sign_in_required, key_invalid; 403 role_missing, scope_missing;
 * 404 job_unknown, site_unknown; 429 too_many_attempts; 503 busy, store_down.
 */
export function jobRoutes({ auth, audit, jobs, sites }: Services): Hono {
  const app = new Hono();

  app.post('/v1/jobs', nosniff, async (c) => {
    parametersOf(c, []);
    const caller = await auth.caller(c);
    requireEverywhere(caller, routes['POST /v1/jobs'].access);
    const { job } = await readObject(c);
    await start(caller, String(job), { site: '', id: '' });
    return c.json({}, 202);
  });

  app.post('/v1/sites/:site/jobs', nosniff, async (c) => {
    parametersOf(c, []);
    const caller = await auth.caller(c);
    const site = c.req.param('site');
    requireAt(caller, routes['POST /v1/sites/:site/jobs'].access, site);
    await sites.get(site);
    const { job, id = '' } = await readObject(c);
    await start(caller, String(job), { site, id: String(id) });
    return c.json({}, 202);
  });

  async function start({ by, sessionId, address, country }: Caller, job: string, key: JobKey) {
    await jobs.start(job, key);
    await audit.note({
      by,
      action: 'created',
      site: key.site,
      target: 'jobs',
      subject: job,
      ...(sessionId !== undefined && { sessionId }),
      ...(address !== undefined && { address }),
      ...(country !== undefined && { country }),
    });
  }

  return app;
}
