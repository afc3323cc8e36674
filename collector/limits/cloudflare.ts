import type { RateLimit } from '@cloudflare/workers-types';
import { type Limiter, type Verdict, WINDOW_S } from './limiter.js';

/**
 * Cloudflare's rate limiting binding, which the isolates of a location share. It counts requests, whatever is in them, up
 * to the limit in `wrangler.toml`, and says yes or no.
 * https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/
 */
export class BindingLimiter implements Limiter {
  constructor(private readonly binding: Pick<RateLimit, 'limit'>) {}

  async take(key: string): Promise<Verdict> {
    const { success } = await this.binding.limit({ key });
    return { isAllowed: success, remaining: success ? undefined : 0, resetS: WINDOW_S };
  }
}
