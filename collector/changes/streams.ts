import type { Caller } from '../access/caller.js';
import { LeadlineError } from '../errors.js';
import { type Audience, audienceOf } from './audience.js';
import type { Changed, ChangeFeed } from './feed.js';
import { messageOf, OpenStream, type Reader } from './open_stream.js';

/** A browser has a stream for each tab that is in sight; more are a program that forgets to close them. */
const OF_SESSION_MAX = 20;
/** Some 50 KB of memory each. */
const OPEN_MAX = 2_000;
/** What is stored together comes table by table. */
const GATHER_MS = 100;
const EVERY_MS = 1_000;
/** Proxies close what is silent for a minute (nginx, AWS); half of that. */
const BEAT_MS = 30_000;
/** Then it ends and the browser opens another, which is judged anew: a session may have run out. Not all at once. */
const LIFE_MS = 15 * 60_000;

/** How many streams there are in this process, whoever holds them. */
export class StreamCounts {
  open = 0;
  readonly #ofSession = new Map<string, number>();

  /** @throws LeadlineError `too_many_streams`, `streams_full` */
  take(sessionId: string): void {
    const ofSession = this.#ofSession.get(sessionId) ?? 0;
    if (ofSession >= OF_SESSION_MAX)
      throw new LeadlineError(
        'too_many_streams',
        `A session may have ${OF_SESSION_MAX} streams open: close others.`,
      );
    if (this.open >= OPEN_MAX)
      throw new LeadlineError(
        'streams_full',
        `${OPEN_MAX} streams are open, no more may be: try again later.`,
      );
    this.#ofSession.set(sessionId, ofSession + 1);
    this.open++;
  }

  give(sessionId: string): void {
    const left = (this.#ofSession.get(sessionId) ?? 0) - 1;
    if (left > 0) this.#ofSession.set(sessionId, left);
    else this.#ofSession.delete(sessionId);
    this.open--;
  }
}

/** The streams of a site keep step, so that a message is made once for all who are told alike. */
interface Channel {
  streams: Set<OpenStream>;
  changed: Set<string>;
  toldAt: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Streams that tell browsers what has changed. On Node there is one of this for all of them, with one watch, one heartbeat
 * and a timer for each site where something happens; in a Worker each stream has one of its own, since a request there may
 * not wait for what another one asked.
 */
export class Streams {
  readonly #channels = new Map<string, Channel>();
  #watching: Promise<() => void> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #opening = 0;
  #isClosed = false;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly counts = new StreamCounts(),
    private readonly lifeMs = LIFE_MS,
  ) {}

  /**
   * @returns what `GET /v1/stream` answers; changes from now on are in it
   * @throws LeadlineError `too_many_streams`, `streams_full`, `starting`, and `store_down` where changes cannot be watched
   */
  async open(caller: Caller & { sessionId: string }, site: string): Promise<ReadableStream<Uint8Array>> {
    const { userId, sessionId } = caller;
    this.counts.take(sessionId);
    this.#opening++;
    try {
      await this.#watch();
      if (this.#isClosed)
        throw new LeadlineError('starting', 'The collector is stopping: try again in a moment.');
      return this.#add(
        { sessionId, ...(userId !== undefined && { userId }) },
        audienceOf(caller, site),
        site,
      );
    } catch (error) {
      this.counts.give(sessionId);
      throw error;
    } finally {
      this.#opening--;
      this.#rest();
    }
  }

  #add(reader: Reader, audience: Audience, site: string): ReadableStream<Uint8Array> {
    const endsAt = performance.now() + this.lifeMs * (0.8 + Math.random() * 0.4);
    const channel = this.#channelOf(site);
    const stream: OpenStream = new OpenStream(reader, site, this.#alike(audience), endsAt, {
      readOn: () => this.#schedule(channel),
      over: () => this.#forget(channel, stream),
    });
    channel.streams.add(stream);
    return stream.body;
  }

  /** Ends all of them, at a stop; none is opened after. */
  close(): void {
    this.#isClosed = true;
    for (const channel of this.#channels.values())
      for (const stream of [...channel.streams]) this.#end(channel, stream);
    this.#rest();
  }

  async #watch(): Promise<void> {
    this.#watching ??= this.feed.watch((changed) => this.#note(changed));
    this.#beat ??= setInterval(() => this.#beatAll(), BEAT_MS);
    try {
      await this.#watching;
    } catch (error) {
      this.#watching = undefined;
      throw error;
    }
  }

  /** Where nobody reads, nothing is watched. */
  #rest(): void {
    if (this.#channels.size > 0 || this.#opening > 0) return;
    clearInterval(this.#beat);
    this.#beat = undefined;
    this.#watching?.then((stop) => stop()).catch(() => undefined);
    this.#watching = undefined;
  }

  #note(changed: Changed): void {
    const { what, site } = changed;
    const concerned = site === undefined ? this.#channels.values() : [this.#channels.get(site)];
    for (const channel of concerned) {
      if (!channel) continue;
      for (const stream of [...channel.streams]) if (stream.isAbout(changed)) this.#end(channel, stream);
      channel.changed.add(what);
      this.#schedule(channel);
    }
  }

  #schedule(channel: Channel): void {
    const waitMs = Math.max(GATHER_MS, channel.toldAt + EVERY_MS - performance.now());
    channel.timer ??= setTimeout(() => this.#tell(channel), waitMs);
  }

  #tell(channel: Channel): void {
    channel.timer = undefined;
    channel.toldAt = performance.now();
    const changed = channel.changed;
    channel.changed = new Set();
    const made = new Map<string, Uint8Array | undefined>();
    const encode = (audience: Audience, whole: ReadonlySet<string>) => {
      const isUsual = whole === changed;
      if (isUsual && made.has(audience.key)) return made.get(audience.key);
      const told = audience.told(whole);
      const message = told && messageOf(told);
      if (isUsual) made.set(audience.key, message);
      return message;
    };
    for (const stream of channel.streams) stream.tell(changed, encode);
  }

  #beatAll(): void {
    const now = performance.now();
    for (const channel of [...this.#channels.values()])
      for (const stream of [...channel.streams]) if (!stream.beat(now)) this.#end(channel, stream);
  }

  #channelOf(site: string): Channel {
    const known = this.#channels.get(site);
    if (known) return known;
    const channel: Channel = {
      streams: new Set(),
      changed: new Set(),
      toldAt: Number.NEGATIVE_INFINITY,
      timer: undefined,
    };
    this.#channels.set(site, channel);
    return channel;
  }

  /** One object for all who are told alike. */
  #alike(audience: Audience): Audience {
    for (const { streams } of this.#channels.values())
      for (const other of streams) if (other.audience.key === audience.key) return other.audience;
    return audience;
  }

  #end(channel: Channel, stream: OpenStream): void {
    stream.end();
    this.#forget(channel, stream);
  }

  #forget(channel: Channel, stream: OpenStream): void {
    if (!channel.streams.delete(stream)) return;
    this.counts.give(stream.reader.sessionId);
    if (channel.streams.size > 0) return;
    clearTimeout(channel.timer);
    for (const [site, one] of this.#channels) if (one === channel) this.#channels.delete(site);
    this.#rest();
  }
}
