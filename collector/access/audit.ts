import { createHash } from 'node:crypto';
import type { Queue } from '../queue/queue.js';
import type { Act, AuditAction } from './audit_act.js';
import { rowsOf } from './audit_rows.js';
import { originHash } from './origin_hash.js';
import { type Common, RepeatedActs, type Told } from './repeated_acts.js';

export type { Act, AuditAction } from './audit_act.js';
export { fieldsChanged } from './audit_values.js';

/** Who looks at the same again within so long, as a dashboard does by itself, looks once. */
const VIEW_MS = 10 * 60_000;
const VIEWS_MAX = 10_000;

/** What must not happen unseen. */
const REQUIRED: readonly AuditAction[] = ['created', 'changed', 'deleted', 'exported', 'signed_in'];

/**
 * Notes who did what, in rows that go the way of events: durable at once, in ClickHouse within a second.
 *
 * Views of the same are noted once in ten minutes; refusals alike at once and then once a minute, with their number.
 */
export class Audit {
  readonly #repeated = new RepeatedActs();
  /** When each was noted, the oldest first. */
  readonly #views = new Map<string, number>();

  constructor(
    private readonly queue: Pick<Queue, 'append'>,
    private readonly secret: string,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /**
   * Resolves once the act survives a crash, or is counted for a row to come.
   *
   * @throws LeadlineError `queue_full` for what must not happen unseen: do not do it, or tell that it was not noted. Of
   *   views, refusals and leaving the number is kept instead, for a later row
   */
  async note(act: Act): Promise<void> {
    const now = this.now();
    const common = this.#commonOf(act, now);
    const own = this.#own(common, act.values?.asked, now);
    const late = this.#repeated.late(now);
    if (!own && late.length === 0) return;
    // Of an act that is one of many others, what it was about is not told.
    const ownRows = own ? rowsOf(own, own.act === common ? act : undefined) : [];
    const rows = [...ownRows, ...late.flatMap((told) => rowsOf(told))];
    try {
      await this.queue.append(rows);
    } catch (error) {
      this.#repeated.carry(late, this.now());
      if (REQUIRED.includes(act.action)) throw error;
      if (own) this.#repeated.carry([own], this.now());
    }
  }

  /** Writes what is still only counted, before this process ends. */
  async flush(): Promise<void> {
    const told = this.#repeated.all(this.now());
    if (told.length === 0) return;
    try {
      await this.queue.append(told.flatMap((one) => rowsOf(one)));
    } catch (error) {
      this.#repeated.carry(told, this.now());
      throw error;
    }
  }

  /** The hash of an address, as the rows of this UTC day have it. */
  originOf(address: string): string {
    return originHash(this.secret, address, this.now());
  }

  #commonOf({ address, values: _, persons: __, ...rest }: Act, now: number): Common {
    return { ...rest, originHash: address === undefined ? '' : originHash(this.secret, address, now) };
  }

  /** What to write of an act now; undefined where it is counted for later, or was seen before. */
  #own(act: Common, asked: object | undefined, now: number): Told | undefined {
    const { by, action, site, target, subject = '', code = '', sessionId = '' } = act;
    if (action === 'refused' || action === 'sign_in_refused')
      return this.#repeated.note(keyOf([action, by, act.originHash, site, target, subject, code]), act, now);
    const key = keyOf([action, by, sessionId, site, target, subject, asked]);
    if (action === 'viewed' && !this.#isSeenAnew(key, now)) return undefined;
    return { key, act, count: 1, at: act.at ?? now };
  }

  #isSeenAnew(key: string, now: number): boolean {
    const seen = this.#views.get(key);
    // A clock that is set back must not hide views until it has caught up.
    if (seen !== undefined && Math.abs(now - seen) < VIEW_MS) return false;
    this.#views.delete(key);
    const [oldest] = this.#views.keys();
    if (this.#views.size >= VIEWS_MAX && oldest !== undefined) this.#views.delete(oldest);
    this.#views.set(key, now);
    return true;
  }
}

/** Short, however long what was asked or tried. */
const keyOf = (parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
