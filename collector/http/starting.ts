import { LeadlineError } from '../errors.js';
import { answerOf } from './answer_error.js';

/** Until the parts are up: alive, but senders keep their events and come back. */
export const starting = (request: Request, _env?: unknown): Response | Promise<Response> =>
  new URL(request.url).pathname === '/healthz'
    ? Response.json({ status: 'ok' })
    : answerOf(new LeadlineError('starting', 'Leadline is starting: try again in a moment.'));
