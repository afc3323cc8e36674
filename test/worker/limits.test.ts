import { Miniflare } from 'miniflare';
import { afterEach, describe } from 'vitest';
import { BindingLimiter } from '../../collector/limits/cloudflare.js';
import { describeLimiter } from '../../collector/limits/contract.js';

let worker: Miniflare | undefined;
afterEach(() => worker?.dispose());

/** A worker that does nothing but ask its binding, as it is in workerd. */
const script = `export default { fetch: async (request, env) =>
  Response.json(await env.LIMIT.limit({ key: await request.text() })) }`;

describe('BindingLimiter', () => {
  describeLimiter(async (perMinute) => {
    const started = new Miniflare({
      modules: true,
      script,
      ratelimits: { LIMIT: { simple: { limit: perMinute, period: 60 } } },
    });
    worker = started;
    return new BindingLimiter({
      limit: async ({ key }) => {
        const response = await started.dispatchFetch('http://localhost/', { method: 'POST', body: key });
        return (await response.json()) as { success: boolean };
      },
    });
  });
});
