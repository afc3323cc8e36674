// For tests: what browsers and servers send, as rows in ClickHouse.
import type { QueryRow } from '../../schemas/api.js';

import { ingest } from '../pipeline/index.js';
import type { Envelope } from '../pipeline/step.js';
import { envelopeOf, NOW } from '../pipeline/testing.js';
import type { TestStore } from '../store/testing.js';
import { clickhouseTime } from '../store/time.js';
import type { OfSite } from './parameters.js';
import { runNamed } from './run.js';

export const MINUTE = 60_000;

export interface Sent {
  /** Minutes after NOW, by a right clock. */
  at: number;
  id: string;
  type: string;
  /** Of a next step: when it is due, in milliseconds. */
  dueAt?: number;
  [field: string]: unknown;
}

export const page = (id: string, at: number, url = 'https://shop.test/'): Sent => ({
  id,
  at,
  type: 'page_view',
  url,
});
export const leave = (
  id: string,
  at: number,
  pageView: string,
  engagedMs: number,
  scrollPercent: number,
): Sent => ({
  id,
  at,
  type: 'page_leave',
  pageView,
  engagedMs,
  scrollPercent,
});
export const form = (id: string, at: number, fields: Record<string, string>): Sent => ({
  id,
  at,
  type: 'form_submit',
  url: 'https://shop.test/contact',
  form: { id: 'contact', fields },
});
export const identify = (id: string, at: number, person: Record<string, string>): Sent => ({
  id,
  at,
  type: 'identify',
  ...person,
});
export const order = (id: string, at: number, value: number): Sent => ({
  id,
  at,
  type: 'conversion',
  orderId: `order-${id}`,
  value,
  currency: 'EUR',
});

export const purchase = (id: string, at: number, orderId: string, value: number): Sent => ({
  id,
  at,
  type: 'purchase',
  orderId,
  value,
});
export const refund = (id: string, at: number, orderId: string, value: number, refundId?: string): Sent => ({
  id,
  at,
  type: 'refund',
  orderId,
  value,
  ...(refundId && { refundId }),
});

interface Who {
  /** A browser marked by a team link. */
  team?: boolean;
  visitor?: string;
  person?: Record<string, string>;
}

/** Sites of their own keep the tests of a file apart. */
export function fixtures(test: () => TestStore, site: string) {
  const send = async (
    events: Sent[],
    { receivedAt, visitor, person, team, ...rest }: Who & Partial<Omit<Envelope, 'batch' | 'site'>>,
  ) => {
    const last = NOW + Math.max(...events.map(({ at }) => at)) * MINUTE;
    const envelope = envelopeOf({
      site: { id: site },
      isPublic: person === undefined,
      ...rest,
      // Every batch arrives on its own, later than what is in it.
      receivedAt: receivedAt ?? last + 1,
      batch: {
        visitor,
        person,
        context: { team },
        events: events.map(({ at, dueAt, ...event }) => ({
          ...event,
          ...(dueAt !== undefined && { at: dueAt }),
          ts: NOW + at * MINUTE,
        })),
      },
    });
    const { rows, answer } = ingest(envelope);
    await test().insert(rows);
    return answer;
  };
  const query = (name: string, parameters: Record<string, string> = {}, of: OfSite = {}) =>
    runNamed(test().store, name, new URLSearchParams({ site, ...parameters }), { site: of });
  return {
    /** A browser's batch. */
    browser: (visitor: string, events: Sent[], envelope: Partial<Omit<Envelope, 'batch' | 'site'>> = {}) =>
      send(events, { visitor, ...envelope }),
    /** The same, of somebody of the site's own team. */
    team: (visitor: string, events: Sent[]) => send(events, { visitor, team: true }),
    /** A server's batch, about a person or, by their own word, about many; of a browser, too, where that is known. */
    server: (
      person: Record<string, string>,
      events: Sent[],
      rest: { visitor?: string; receivedAt?: number } = {},
    ) => send(events, { person, ...rest }),
    query,
    /** The person with this e-mail, as `leads` has them. */
    async lead(email: string) {
      const { rows } = await query('leads', { search: email, limit: '1000' });
      return (rows as QueryRow<'leads'>[]).find(({ emails }) => emails.includes(email));
    },
    /** The ids of a person's events, newest first. */
    async timeline(person: string) {
      const { rows } = await query('timeline', { person, limit: '1000' });
      return (rows as QueryRow<'timeline'>[]).map(({ event_id }) => event_id);
    },
  };
}

export const timeOf = (at: number) => NOW + at * MINUTE;
export const textTimeOf = (at: number) => clickhouseTime(timeOf(at));
