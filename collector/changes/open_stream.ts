import type { Audience, Told } from './audience.js';
import type { Changed } from './feed.js';

const encoder = new TextEncoder();
const OPENED = encoder.encode(': open\n\n');
const ALIVE = encoder.encode(': alive\n\n');

/** As `text/event-stream` has it: one line of JSON, which has no line ends of its own. */
export const messageOf = (told: Told): Uint8Array =>
  encoder.encode(`event: changed\ndata: ${JSON.stringify(told)}\n\n`);

/** Who reads: changes of theirs end their stream. */
export interface Reader {
  sessionId: string;
  /** None for the admin key's. */
  userId?: string;
}

/** A stream that a browser reads. What it has not read yet is one message at most, however much happens meanwhile. */
export class OpenStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #unread = new Set<string>();
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #isStalled = false;

  /**
   * @param endsAt by `performance.now()`
   * @param around told that it is read on, and that it is over
   */
  constructor(
    readonly reader: Reader,
    readonly site: string,
    readonly audience: Audience,
    private readonly endsAt: number,
    around: { readOn(): void; over(): void },
  ) {
    this.body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
        controller.enqueue(OPENED);
      },
      pull: () => {
        if (this.#unread.size > 0) around.readOn();
      },
      cancel: () => around.over(),
    });
  }

  get #isRead(): boolean {
    return (this.#controller.desiredSize ?? 0) > 0;
  }

  /** @param encode makes each audience's message once for all of it */
  tell(
    changed: ReadonlySet<string>,
    encode: (audience: Audience, changed: ReadonlySet<string>) => Uint8Array | undefined,
  ): void {
    const whole = this.#unread.size > 0 ? new Set([...this.#unread, ...changed]) : changed;
    if (!this.#isRead) {
      for (const what of changed) this.#unread.add(what);
      return;
    }
    const message = encode(this.audience, whole);
    this.#unread.clear();
    if (message) this.#controller.enqueue(message);
  }

  /** Whether something about whoever reads it has changed, so that what they may do has to be judged anew. */
  isAbout({ what, id }: Changed): boolean {
    const { userId, sessionId } = this.reader;
    if (what === 'users') return id === userId;
    if (what === 'sessions') return id === sessionId;
    return what === 'sites' && id === this.site;
  }

  /** Keeps proxies from taking it for dead. @returns whether it is to go on: not where nobody has read since the last time */
  beat(now: number): boolean {
    if (now >= this.endsAt) return false;
    if (this.#isRead) this.#controller.enqueue(ALIVE);
    else if (this.#isStalled) return false;
    this.#isStalled = !this.#isRead;
    return true;
  }

  end(): void {
    this.#controller.close();
  }
}
