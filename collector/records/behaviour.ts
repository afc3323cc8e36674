import type { Change } from './change.js';
import type { Place, RecordVersion } from './versions.js';

/** What a new record gets beside its fields. */
export interface Made {
  /** For the collector alone. */
  hidden?: Record<string, unknown>;
  /** For everybody to read. */
  noted?: Record<string, unknown>;
  /** Told to whoever makes it, this once. */
  once?: Record<string, unknown>;
}

/** What a kind does of its own, beside what its declaration says. */
export interface Behaviour {
  beforeCreate?(id: string, data: Record<string, unknown>, change: Change): Made;
  /** What the collector notes beside the fields, where that depends on what they were; else it stays as it is. */
  notes?(
    fields: Record<string, unknown>,
    before: Record<string, unknown> | undefined,
  ): Record<string, unknown>;
  /**
   * Throws where the records together would become what they must not be. Asked before a change, and once more when it
   * stands, since two may change at once: the change is then taken back.
   */
  requireTogether?(
    place: Place,
    next: Pick<RecordVersion, 'data' | 'deleted'>,
    before: RecordVersion | undefined,
  ): Promise<void>;
  /** After each change, before it is answered. Never throws: the change stands. */
  changed?(
    record: RecordVersion,
    change: Change,
    before: RecordVersion | undefined,
    place: Place,
  ): Promise<void>;
  /** What answers have beside the fields, by id. */
  told?(
    site: string,
    records: readonly Pick<RecordVersion, 'id' | 'data'>[],
  ): Promise<ReadonlyMap<string, Record<string, unknown>>>;
}
