// Leadline from a server. Copy this file: it needs Node 20 or newer and nothing else.
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';

/** The collector takes this much at once. */
const EVENTS_MAX = 500;
const BYTES_MAX = 1_000_000;
/** The first wait before another try; each further one is twice as long, up to the other. */
const RETRY_MS = 500;
const RETRY_MS_MAX = 30_000;

export interface Options {
  /** Where Leadline is: `https://t.example.com`. */
  url: string;
  /** The key of the site. */
  site: string;
  /** An API key with the scope `events:write` and no other: keep it out of pages and out of your repository. */
  key: string;
  /** `stored`: an event counts as sent once queries see it, rather than once it is safe on disk. */
  ack?: 'durable' | 'stored';
  /** How long one try may take. */
  tryMs?: number;
  /** How long an event is tried for, from when it was handed over; the try under way then is the last one. */
  giveUpMs?: number;
  /** How long events gather, to be sent together. */
  lingerMs?: number;
  /** How many events may wait while Leadline cannot be reached: more are refused at once, with `too_many_waiting`. */
  waitingMax?: number;
  /** Ends all waiting and sending. */
  signal?: AbortSignal;
  /** Told of each event that was not recorded, for those who do not wait for the answer; writes to stderr by itself. */
  onError?: (error: LeadlineError, event: Sent) => void;
}

/** Whose an event is. The first of `email`, `phone` and `customer` that is there decides who it is. */
export interface Person {
  email?: string;
  phone?: string;
  customer?: string | number;
}

export interface Common {
  /** Made here where you have none. The same id counts once, however often it is sent. */
  id?: string;
  /** When it happened, in milliseconds since 1970; now, where it is not given. */
  ts?: number;
  person?: Person;
  /** The visitor's id in the browser, which ties what was seen there to the person. */
  visitor?: string;
  /** Anything else, as JSON. Nothing that names a person. */
  props?: Record<string, unknown>;
}

export interface Line {
  product: string | number;
  name?: string;
  quantity?: number;
  price?: number | string;
  [more: string]: unknown;
}

/** Amounts are in major units: 12.5 or "12.50". Without a `value` the lines add up to it. */
export interface Order extends Common {
  orderId: string | number;
  value?: number | string;
  /** ISO 4217; the site's, where it is not given. */
  currency?: string;
  coupon?: string;
  lines?: Line[];
}
/** Counts once per `orderId`. */
export type Purchase = Order & { reps?: string[]; instructions?: string };
/** Counts once per `refundId` of an order; without one, once per event id. */
export type Refund = Order & { refundId?: string | number; reason?: string };
export type Conversion = Partial<Order> & { name?: string };
export type LeadEntered = Common &
  Person & { name?: string; company?: string; source?: string; note?: string; rep?: string };
export interface ContactLogged extends Common {
  channel: 'call' | 'visit' | 'meeting' | 'note';
  direction?: 'inbound' | 'outbound';
  subject?: string;
  outcome?: string;
  notes?: string;
  rep?: string;
}
export type StageChanged = Common & { stage: string; from?: string; reason?: string; rep?: string };
/** An empty `owner`: nobody has charge any more. */
export type OwnerAssigned = Common & { owner: string; rep?: string };
export type Feedback = Common & {
  rating?: number;
  ratingMax?: number;
  text?: string;
  orderId?: string | number;
};
/** An event of your own. */
export type Tracked = Common & Record<string, unknown>;

export type Event =
  | ({ type: 'purchase' } & Purchase)
  | ({ type: 'refund' } & Refund)
  | ({ type: 'conversion' } & Conversion)
  | ({ type: 'lead_entered' } & LeadEntered)
  | ({ type: 'contact_logged' } & ContactLogged)
  | ({ type: 'stage_changed' } & StageChanged)
  | ({ type: 'owner_assigned' } & OwnerAssigned)
  | ({ type: 'feedback' } & Feedback);
/** As it is sent, with the id that makes it the same event in every try. */
export type Sent = { type: string; id: string; ts: number } & Common;

/** Why Leadline did not take one event of those sent; the others were taken. */
export interface Rejection {
  index: number;
  id: string | null;
  reason: string;
  message: string;
}

/** Nothing tells that the event was recorded. `code` is the collector's, or one of ours. */
export class LeadlineError extends Error {
  override name = 'LeadlineError';
  constructor(
    /** Ours: `unreachable`, `aborted`, `closed`, `too_many_waiting`, `not_leadline`. */
    readonly code: string,
    message: string,
    /** Of the HTTP answer, if there was one. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Leadline read the event and refused it: sent again as it is, it will be refused again. */
export class EventRefused extends LeadlineError {
  override name = 'EventRefused';
  constructor(readonly rejection: Rejection) {
    super(rejection.reason, rejection.message, 202);
  }
}

interface Waiting {
  json: string;
  until: number;
  /** With the reason, where it was refused. */
  resolve: (refused: Rejection | undefined) => void;
  reject: (error: LeadlineError) => void;
}

export type Leadline = ReturnType<typeof createLeadline>;

/**
 * Sends events so that none is lost while this process lives and none counts twice: they are tried again under the same
 * ids until Leadline has them, it refuses them, or `giveUpMs` is over.
 *
 * @example
 * const leadline = createLeadline({ url: 'https://t.example.com', site: 'shop', key: process.env.LEADLINE_KEY ?? '' });
 * await leadline.purchase({ orderId: '1001', value: '49.90', person: { email: 'ada@example.com' } });
 * await leadline.close();
 */
export function createLeadline({
  url,
  site,
  key,
  ack = 'durable',
  // A Leadline on Workers waits half a minute for ClickHouse before it says that it is not stored yet.
  tryMs = ack === 'stored' ? 35_000 : 15_000,
  giveUpMs = 120_000,
  lingerMs = 20,
  waitingMax = 10_000,
  signal = new AbortController().signal,
  onError = (error, event) =>
    console.error(`leadline: ${event.type} ${event.id} was not recorded: ${error.message}`),
}: Options) {
  const address = `${url.replace(/\/+$/, '')}/v1/events${ack === 'stored' ? '?ack=stored' : ''}`;
  const waiting: Waiting[] = [];
  let sending: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function enqueue(sent: Sent): Promise<Rejection | undefined> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(new LeadlineError('closed', 'This Leadline was closed.'));
      if (waiting.length >= waitingMax)
        return reject(new LeadlineError('too_many_waiting', `${waitingMax} events are waiting already.`));
      waiting.push({
        json: JSON.stringify(sent),
        until: Date.now() + giveUpMs,
        resolve,
        reject,
      });
      timer ??= setTimeout(start, waiting.length < EVENTS_MAX ? lingerMs : 0);
    });
  }

  function start(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!sending && waiting.length > 0) sending = drain();
    return sending ?? Promise.resolve();
  }

  async function flush(): Promise<void> {
    await start();
    await nextTurn();
  }

  /** One batch after the other, so that a Leadline in trouble is asked once at a time. */
  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, countThatFits(waiting));
      try {
        const body = `{"site":${JSON.stringify(site)},"events":[${batch.map(({ json }) => json).join()}]}`;
        const refused = new Map((await post(body, batch[0]?.until ?? 0)).map((one) => [one.index, one]));
        for (const [index, { resolve }] of batch.entries()) resolve(refused.get(index));
      } catch (error) {
        for (const { reject } of batch) reject(error as LeadlineError);
      }
    }
    // Here and not in a `finally`: whoever goes on after an answer must not be told to wait for what is over.
    sending = undefined;
  }

  /** The body is the same in every try. It has no `sent`, by which clocks are corrected: a server's is right. */
  async function post(body: string, until: number): Promise<Rejection[]> {
    for (let attempt = 0; ; attempt++) {
      let failure: LeadlineError;
      let waitMs = backoff(attempt);
      const ending = endingAfter(tryMs, signal);
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
          body,
          redirect: 'manual',
          signal: ending.signal,
        });
        // An answer that is cut short is none: this may throw, too.
        const answer = await response.text();
        if (response.status === 202) return rejectionsOf(answer);
        failure = failureOf(response, answer);
        if (!isWorthAnotherTry(response.status)) throw failure;
        waitMs = Math.max(waitMs, retryAfterMs(response));
      } catch (cause) {
        if (cause instanceof LeadlineError) throw cause;
        if (signal.aborted) throw aborted(signal);
        failure = new LeadlineError('unreachable', `${url} does not answer.`, undefined, { cause });
      } finally {
        ending.clear();
      }
      if (Date.now() + waitMs > until) throw failure;
      await delay(waitMs, undefined, { signal }).catch(() => {
        throw aborted(signal);
      });
    }
  }

  /** For events that nobody may wait for: a shop must not stumble over what it reports. */
  function one(event: { type: string } & Common): Promise<void> {
    const sent = named(event);
    const done = enqueue(sent).then((rejection) => {
      if (rejection) throw new EventRefused(rejection);
    });
    done.catch((error: LeadlineError) => onError(error, sent));
    return done;
  }

  return {
    /**
     * Sends many events, with those that wait already.
     *
     * @returns which of them were refused, by their places in `events`
     * @throws LeadlineError where a batch did not arrive; the same events may be sent again under ids of your own
     */
    async send(events: readonly Event[]): Promise<{ accepted: number; rejected: Rejection[] }> {
      const answers = await Promise.all(events.map((event) => enqueue(named(event))));
      const rejected = answers.flatMap((refused, index) => (refused ? [{ ...refused, index }] : []));
      return { accepted: events.length - rejected.length, rejected };
    },

    // Each resolves once Leadline has the event, and throws EventRefused or LeadlineError. Waiting is optional.
    purchase: (event: Purchase) => one({ ...event, type: 'purchase' }),
    refund: (event: Refund) => one({ ...event, type: 'refund' }),
    conversion: (event: Conversion) => one({ ...event, type: 'conversion' }),
    leadEntered: (event: LeadEntered) => one({ ...event, type: 'lead_entered' }),
    contactLogged: (event: ContactLogged) => one({ ...event, type: 'contact_logged' }),
    stageChanged: (event: StageChanged) => one({ ...event, type: 'stage_changed' }),
    ownerAssigned: (event: OwnerAssigned) => one({ ...event, type: 'owner_assigned' }),
    feedback: (event: Feedback) => one({ ...event, type: 'feedback' }),
    track: (type: string, event: Tracked) => one({ ...event, type }),

    /** Sends what waits, and resolves once nothing is on its way and `onError` knows what failed. */
    flush,

    /** Takes no more events, and sends what waits: before the process ends. */
    async close(): Promise<void> {
      isClosed = true;
      await flush();
    },
  };
}

/** The id stays the same in every try. */
const named = (event: { type: string } & Common): Sent => ({
  ...event,
  id: event.id ?? crypto.randomUUID(),
  ts: event.ts ?? Date.now(),
});

function countThatFits(waiting: readonly Waiting[]): number {
  let bytes = 0;
  const end = waiting.slice(0, EVENTS_MAX).findIndex(({ json }) => {
    bytes += Buffer.byteLength(json) + 1;
    return bytes > BYTES_MAX;
  });
  // One that is too large goes alone, and is refused alone.
  return end < 0 ? EVENTS_MAX : Math.max(1, end);
}

const isWorthAnotherTry = (status: number) => status === 408 || status === 429 || status >= 500;

/** Half of it at random, so that many senders do not come back in step. */
const backoff = (attempt: number) =>
  Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** attempt) * (0.5 + Math.random() / 2);

/**
 * Aborts after a time, or with another signal. Not `AbortSignal.any` with `AbortSignal.timeout`: Node may collect the
 * timeout as garbage, and then it never comes (https://github.com/nodejs/node/issues/57736).
 */
function endingAfter(ms: number, other: AbortSignal): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, ms);
  if (other.aborted) abort();
  other.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      other.removeEventListener('abort', abort);
    },
  };
}

/** Seconds or a date (RFC 9110, section 10.2.3); 0 where neither can be read. */
function retryAfterMs({ headers }: Response): number {
  const text = headers.get('Retry-After') ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : (Date.parse(text) || 0) - Date.now();
  return Math.max(ms, 0);
}

function rejectionsOf(text: string): Rejection[] {
  const answer = parse(text) as { rejected?: Rejection[] } | undefined;
  if (answer?.rejected) return answer.rejected;
  throw new LeadlineError('not_leadline', 'What answers is not Leadline: check the address.', 202);
}

function failureOf({ status }: Response, text: string): LeadlineError {
  const { error } = (parse(text) ?? {}) as { error?: { code: string; message: string } };
  return error
    ? new LeadlineError(error.code, error.message, status)
    : new LeadlineError('not_leadline', `The answer was ${status}, and not Leadline's.`, status);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const aborted = (signal: AbortSignal) =>
  new LeadlineError('aborted', 'Sending was ended.', undefined, { cause: signal.reason });
