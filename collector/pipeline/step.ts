import type { Batch } from '../../schemas/batch.js';
import type { Site } from '../../schemas/entities/site.js';
import type { Event } from '../../schemas/events.js';
import type { RejectReason } from '../../schemas/reasons.js';
import type { TableRows } from '../../schemas/sql.gen.js';

export interface Refusal {
  reason: RejectReason;
  /** What is wrong and what to do, without the values themselves. */
  message: string;
}

/** What is known of the request that a batch came in. */
export interface Arrival {
  site: Site & { id: string };
  batch: Batch;
  receivedAt: number;
  /** True for a browser with the public key; false for an API key or a session. */
  isPublic: boolean;
  userAgent: string;
  acceptLanguage: string;
  /** The page's origin, as the browser says; empty for a server. */
  origin: string;
  /** The instance's secret: person ids are keyed with it. */
  secret: string;
}

/** Who an event names. Empty where it names nobody. */
export interface Identity {
  email: string;
  phone: string;
  customer: string;
  name: string;
  company: string;
}

/** What a form says. */
export interface Typed {
  fields: Map<string, string[]>;
  message: string;
  /** The check boxes of consent that were ticked. */
  consents: string[];
}

/** An event on its way through the steps: as sent, and the row it is becoming. */
export interface Draft {
  event: Event;
  row: TableRows['events'];
  /** Which event of the batch it is, from 0. */
  place: number;
  /** `row.url`, parsed; undefined where it is no address. */
  page: URL | undefined;
  identity: Identity;
  typed: Typed;
  props: Record<string, unknown>;
}

/** A named step passes an event on, changed or not, or refuses it. */
export type Step = (draft: Draft, arrival: Arrival) => Refusal | undefined;
