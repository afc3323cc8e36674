import type { Kind } from '../../schemas/entities/kind.js';
import type { Expected } from './conflict.js';
import type { Place, RecordVersion } from './versions.js';

/** Who reads or changes records. */
export interface Asker {
  /** `owner`, `user:<id>`, `key:<id>`, `leadline`. */
  by: string;
  sessionId?: string;
  address?: string;
  country?: string;
  /** Whether they may see a record; what they may not see is not there for them. */
  sees?(record: Pick<RecordVersion, 'id' | 'sites' | 'data'>): boolean;
}

/** A change, beside what is changed. */
export interface Change extends Asker {
  expected?: Expected;
  /**
   * Whether a new record may have an id that they chose. Not where there are records that they may not see: an id that is
   * taken would tell of one.
   */
  mayName?: boolean;
  /** Throws unless whoever asks may make it what it becomes. */
  allow?(record: Pick<RecordVersion, 'id' | 'sites' | 'data'>): void;
}

/** Is told of everything that happens to records, before it is answered. */
export interface Watcher {
  changed(place: Place, before: RecordVersion | undefined, after: RecordVersion, asker: Asker): Promise<void>;
  /** Of a kind that tells of people. */
  viewed(kind: Kind, site: string, subject: string, asked: object, asker: Asker): Promise<void>;
}
