import { exception } from './exceptions.js';
import type { User } from './protocol.js';
import type { Slot } from './slot.js';

/** Sessions that hold settings or temporary tables, each with a thread (12 MB) of its own. */
const HELD_MAX = 16;
/** Sessions in all. Some clients make one for every connection and keep nothing in it; those are only a name here. */
const SESSIONS_MAX = 10_000;
/** ClickHouse's own `default_session_timeout` and `max_session_timeout`. */
const TIMEOUT_SECONDS = 60;
const TIMEOUT_SECONDS_MAX = 3600;

/** What a request says of its session. */
export interface SessionRequest {
  id: string;
  /** `session_timeout`, in seconds, as sent. */
  timeout: string | undefined;
  /** `session_check=1`: the session must exist already. */
  mustExist: boolean;
}

/** The sole use of a session, until `leave`. */
export interface Lease {
  /** The thread that holds the session's state; undefined while it has none. */
  readonly slot: Slot | undefined;
  /** Gives the session a thread, because the next statement leaves something behind. */
  hold(): void;
  leave(): void;
}

interface Entry {
  slot: Slot | undefined;
  isBusy: boolean;
  timer: NodeJS.Timeout | undefined;
}

export interface Threads {
  borrow(): Slot;
  giveBack(slot: Slot): void;
}

/** ClickHouse's HTTP sessions: `session_id`, `session_timeout` and `session_check`, one query at a time in each. */
export class Sessions {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly threads: Threads) {}

  /** @throws QueryException SESSION_IS_LOCKED, SESSION_NOT_FOUND, USER_SESSION_LIMIT_EXCEEDED, BAD_ARGUMENTS */
  enter(user: User, { id, timeout, mustExist }: SessionRequest): Lease {
    const timeoutSeconds = seconds(timeout);
    const key = `${user}/${id}`;
    const entry = this.#entries.get(key) ?? this.#create(key, id, mustExist);
    if (entry.isBusy) throw exception('SESSION_IS_LOCKED', `Session ${id} is locked by a concurrent client.`);
    entry.isBusy = true;
    clearTimeout(entry.timer);
    return {
      get slot() {
        return entry.slot;
      },
      hold: () => {
        if (entry.slot) return;
        const held = [...this.#entries.values()].filter(({ slot }) => slot).length;
        if (held >= HELD_MAX)
          throw exception('USER_SESSION_LIMIT_EXCEEDED', `${HELD_MAX} sessions hold settings or tables.`);
        entry.slot = this.threads.borrow();
      },
      leave: () => {
        entry.isBusy = false;
        entry.timer = setTimeout(() => this.#end(key, entry), timeoutSeconds * 1000).unref();
      },
    };
  }

  #create(key: string, id: string, mustExist: boolean): Entry {
    if (mustExist) throw exception('SESSION_NOT_FOUND', `Session ${id} not found.`);
    if (this.#entries.size >= SESSIONS_MAX)
      throw exception('USER_SESSION_LIMIT_EXCEEDED', `There are ${SESSIONS_MAX} sessions.`);
    const entry: Entry = { slot: undefined, isBusy: false, timer: undefined };
    this.#entries.set(key, entry);
    return entry;
  }

  #end(key: string, { slot }: Entry): void {
    this.#entries.delete(key);
    if (!slot) return;
    slot.endSession();
    this.threads.giveBack(slot);
  }
}

function seconds(timeout: string | undefined): number {
  const asked = Number(timeout ?? TIMEOUT_SECONDS);
  if (!(asked >= 0 && asked <= TIMEOUT_SECONDS_MAX))
    throw exception(
      'BAD_ARGUMENTS',
      `Invalid session timeout: '${timeout}', it is 0 to ${TIMEOUT_SECONDS_MAX} s.`,
    );
  return asked;
}
