import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AnswerError } from '../errors.js';
import { BATCH_BYTES_MAX, type Intake } from '../intake/intake.js';
import { renewableCookies } from '../intake/visitor_cookie.js';
import type { Location } from '../location/location.js';
import { saysPrefetch } from '../pipeline/bot_signals.js';
import { ACCEPTED, CORS } from './events.js';

interface NodeEventsParts {
  intake: Intake;
  addressOf: (request: IncomingMessage) => string;
  locate: (request: IncomingMessage) => Location | Promise<Location>;
  answerError: AnswerError;
  /** Takes the other requests. */
  others: RequestListener;
}

/**
 * Takes what browsers send to `POST /v1/events` straight from Node's server, and leaves everything else, unusual
 * batches too, to the app: a web `Request` and `Response` in between cost a third of what Node itself does for a
 * request, and this is the one that comes thousands of times a second.
 */
export const nodeEvents =
  ({ intake, addressOf, locate, answerError, others }: NodeEventsParts): RequestListener =>
  (request, response) => {
    if (!isPlainBatch(request)) return others(request, response);
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', async () => {
      const {
        origin = '',
        'user-agent': userAgent = '',
        'accept-language': acceptLanguage = '',
      } = request.headers;
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      try {
        const header = (name: string) => request.headers[name] as string | undefined;
        const sender = {
          isPublic: true,
          origin,
          userAgent,
          acceptLanguage,
          isPrefetch: saysPrefetch(header),
          address: addressOf(request),
          location: await locate(request),
          cookies: renewableCookies(header),
        };
        const { answer, headers } = await intake(body, sender, false);
        send(response, 202, { ...ACCEPTED, ...headers }, JSON.stringify(answer));
      } catch (error) {
        const answer = answerError(error, CORS);
        send(response, answer.status, Object.fromEntries(answer.headers), await answer.text());
      }
    });
    // Broken off by its sender, who sends it again.
    request.on('error', () => undefined);
  };

/** What a browser sends: of an announced length, as it is, with nothing that asks who else it may be. */
function isPlainBatch({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === '/v1/events' &&
    Number(headers['content-length']) <= BATCH_BYTES_MAX &&
    headers.authorization === undefined &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined &&
    !headers['content-type']?.includes('json')
  );
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
}
