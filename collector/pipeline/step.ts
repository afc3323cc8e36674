import type { Batch } from '../../schemas/batch.js';
import type { Site } from '../../schemas/entities/sites.js';
import type { Definition } from '../../schemas/events/define.js';
import type { Event } from '../../schemas/events.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import type { RejectReason } from '../../schemas/reasons.js';
import type { Location } from '../location/location.js';
import type { Row } from '../store/row.js';

export interface Refusal<Reason extends RejectReason = RejectReason> {
  reason: Reason;
  /** What is wrong and what to do, without the values themselves. */
  message: string;
}

/** What is known of the request that a batch came in. */
export interface Envelope {
  site: Site & { id: string };
  batch: Batch;
  receivedAt: number;
  /** True for a browser with the public key; false for an API key or a session. */
  isPublic: boolean;
  /** The collector itself makes it, of a request that was no batch. */
  isOwn?: true;
  userAgent: string;
  acceptLanguage: string;
  /** The browser says that it fetches ahead, for a page that may never be seen. */
  isPrefetch: boolean;
  /** Where the browser is; nowhere for a server, whose address says nothing of the person. */
  location: Location;
  /** The page's origin, as the browser says; empty for a server. */
  origin: string;
  /** The instance's secret: person ids are keyed with it. */
  secret: string;
}

/** A refused event, for counting. */
export interface Dropped {
  /** The name of the step that refused it. */
  step: string;
  reason: RejectReason;
}

/** Who an event names. Empty where it names nobody. */
export interface Identity {
  email: string;
  phone: string;
  customer: string;
  name: string;
  company: string;
}

/** What people wrote: in a form, a note, an order's instructions. */
export interface Written {
  fields: Map<string, string[]>;
  /** The one free text of the event. */
  message: string;
  /** What is to be done next. */
  nextStep: string;
  /** The check boxes of consent that were ticked. */
  consents: string[];
  /** What a form's fields were called on the page, by their names. */
  labels: ReadonlyMap<string, string>;
  /** What the chosen options read, where it is not their values. */
  texts: ReadonlyMap<string, string[]>;
}

/** A page view as an arrival: what may tell what brought the visitor. */
export interface Landing {
  /** The parameters of the address that the visitor came by. */
  marks: URLSearchParams;
  /** Whether the visitor comes from another page of the site. */
  isInside: boolean;
}

/** An event on its way through the steps: as sent, and the row it is becoming. */
export interface Draft {
  /** As sent. */
  input: unknown;
  /** As its schema has read it. */
  event: Event;
  /** What its type is; undefined for the owner's own. */
  definition: Definition | undefined;
  row: TableRows['events'];
  /** Which event of the batch it is, from 0. */
  place: number;
  /** `row.url`, parsed; undefined where it is no address. */
  page: URL | undefined;
  /** `row.referrer`, parsed; undefined where it is no address. */
  referrer: URL | undefined;
  /** Of page views. */
  landing: Landing | undefined;
  identity: Identity;
  /** What it says of the person beside, as `personal_data.attributes` has it; an empty text clears. */
  attributes: Record<string, string>;
  written: Written;
  props: Record<string, unknown>;
  /** An API key, a rep or a signed identity says it; all else is a claim. */
  isWord: boolean;
  /** What the event becomes. */
  rows: Row[];
}

/** Passes an event on, changed or not, or refuses it for one of the reasons that it declares. */
export interface Step<Reason extends RejectReason = RejectReason> {
  readonly name: string;
  readonly drops: readonly Reason[];
  run(draft: Draft, envelope: Envelope): Refusal<Reason> | undefined;
}

/** A step that refuses nothing. */
export function step(name: string, run: (draft: Draft, envelope: Envelope) => undefined): Step<never> {
  return { name, drops: [], run };
}

/** A step that refuses events, for no other reasons than these. */
export function check<const Reason extends RejectReason>(
  name: string,
  drops: readonly Reason[],
  run: (draft: Draft, envelope: Envelope) => Refusal<NoInfer<Reason>> | undefined,
): Step<Reason> {
  return { name, drops, run };
}
