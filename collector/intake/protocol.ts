import type { SiteRecord } from '../records/sites.js';
import type { Reading, Sender } from './read.js';

/** Given to the reading thread when it starts. */
export interface ThreadData {
  secret: string;
  ownOrigins: readonly string[];
  sites: readonly SiteRecord[];
}

/** Batches on their way to the reading thread: those that came in one turn of the event loop travel together. */
export interface ReadRequest {
  type: 'read';
  /** The bodies one behind the other, and where each ends. */
  bodies: Uint8Array<ArrayBuffer>;
  ends: number[];
  senders: Sender[];
  receivedAt: number;
}

export type ThreadRequest = ReadRequest | { type: 'sites'; sites: readonly SiteRecord[] };

/** The answer to a {@link ReadRequest}: readings in its order, their rows framed for the disk log in one piece. */
export interface ReadReply {
  readings: Reading<undefined>[];
  frames: Uint8Array<ArrayBuffer>;
  ends: number[];
}
