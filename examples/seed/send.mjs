// Sends batches so that nothing is lost and nothing counts twice: what is refused for now is sent again, ids and all.
import { setTimeout as delay } from 'node:timers/promises';

const EVENTS_MAX = 500;
const TRIES = 8;
const RETRY_S = 1;

/** Something that the person at the keyboard can mend; the message says how. */
export class SeedError extends Error {}

/** @returns send(batch, {stored}): how many of its events were accepted; `stored` waits until queries see them */
export function senderTo({ url, key, site }) {
  async function post(body, path) {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        body,
      }).catch((error) => {
        if (attempt === TRIES)
          throw new SeedError(`${url} went away (${reasonOf(error)}): start it and run this again.`);
      });
      if (response?.status === 202) return response.json();
      if (response && (response.status !== 503 || attempt === TRIES)) throw await refusal(response);
      await delay(1_000 * (Number(response?.headers.get('Retry-After')) || RETRY_S));
    }
  }

  return async function send({ visitor, person, language, events }, { stored = false } = {}) {
    let accepted = 0;
    for (let at = 0; at < events.length; at += EVENTS_MAX) {
      const batch = {
        site,
        ...(person ? { person } : { visitor, context: { language, timeZone: 'Europe/Dublin' } }),
        sent: Date.now(),
        events: events.slice(at, at + EVENTS_MAX),
      };
      const answer = await post(JSON.stringify(batch), stored ? '/v1/events?ack=stored' : '/v1/events');
      const [refused] = answer.rejected;
      if (refused) throw new SeedError(`${refused.id} was refused: ${refused.reason}, ${refused.message}.`);
      accepted += answer.accepted;
    }
    return accepted;
  };
}

/** Keeps a record under its id, unless there is one already. */
export async function keepRecord({ url, key, site }, kind, { id, ...body }) {
  const path = `${url}/v1/entities/${kind}/${encodeURIComponent(id)}?site=${encodeURIComponent(site)}`;
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  const known = await fetch(path, { headers });
  await known.arrayBuffer();
  if (known.ok) return;
  const response = await fetch(path, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!response.ok) throw await refusal(response);
  await response.arrayBuffer();
}

/** Is there a Leadline, and is this its key? Said before anything is sent. */
export async function check({ url, key, site }) {
  const response = await fetch(`${url}/v1/query/leads?site=${encodeURIComponent(site)}&limit=1`, {
    headers: { Authorization: `Bearer ${key}` },
  }).catch((error) => {
    throw new SeedError(
      `Nothing answers at ${url} (${reasonOf(error)}): start Leadline with "npm start", or give its address: npm run seed -- http://127.0.0.1:8080`,
    );
  });
  if (!response.ok) throw await refusal(response, url);
  await response.arrayBuffer();
}

async function refusal(response, url) {
  const { error } = await response.json().catch(() => ({}));
  if (!error)
    return new SeedError(
      `What answers at ${url ?? response.url} is not Leadline (status ${response.status}).`,
    );
  const hint =
    error.code === 'key_invalid'
      ? ' Set LEADLINE_ADMIN_KEY to the key of that instance, or LEADLINE_DATA to its data folder.'
      : '';
  return new SeedError(`${error.message}${hint} (${error.code})`);
}

const reasonOf = (error) => error.cause?.code ?? error.message;
