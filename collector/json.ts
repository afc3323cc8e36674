import { LeadlineError } from './errors.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws LeadlineError `body_not_json` for what is no JSON, or no UTF-8 */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new LeadlineError('body_not_json', 'The body must be JSON in UTF-8.');
  }
}
