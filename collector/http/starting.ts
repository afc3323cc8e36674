import { LeadlineError } from '../errors.js';
import { answerOf } from './answer_error.js';
import { CORS } from './events.js';

/** Until the parts are up: alive, but senders keep their events and come back. */
export function starting(request: Request, _env?: unknown): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return Response.json({ status: 'ok' });
  const error = new LeadlineError('starting', 'Leadline is starting: try again in a moment.');
  // Pages of any origin may read when to come back.
  return answerOf(error, pathname === '/v1/events' ? CORS : {});
}
