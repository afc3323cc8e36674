import { createHash } from 'node:crypto';
import type { Queue as QueueBinding } from '@cloudflare/workers-types';
import { nanoid } from 'nanoid';
import type { TableRows } from '../../schemas/gen/tables.js';
import { LeadlineError } from '../errors.js';
import { type Log, log } from '../log.js';
import { unstorableRow } from '../pipeline/rejected.js';
import { type InsertLines, insertRows } from '../store/insert_rows.js';
import type { Row } from '../store/row.js';
import type { Line } from '../store/store.js';
import type { Queue, QueueStatus, Target } from './queue.js';

/** What one message holds: rows, and an id that stays the same over every redelivery. */
export interface Message {
  id: string;
  rows: Row[];
}

/**
 * A message may have 128 KB (https://developers.cloudflare.com/queues/platform/limits/), counted in bytes once it is
 * serialised; the margin is for its own frame and for quotes escaped inside the rows' JSON.
 */
const MESSAGE_BYTES_MAX = 100_000;

/** Cloudflare Queues: durable once sent, delivered at least once. */
export class CloudflareQueue implements Queue {
  constructor(
    private readonly binding: Pick<QueueBinding<Message>, 'send'>,
    private readonly target: Target,
  ) {}

  async append(rows: Row[]): Promise<void> {
    try {
      for (const part of parts(rows)) {
        const message = { id: nanoid(), rows: part };
        // One row alone may be too large for any message (a form with many long texts): ClickHouse takes it at once.
        if (sizeOf(part) > MESSAGE_BYTES_MAX) await insertMessage(this.target, message, log);
        else await this.binding.send(message, { contentType: 'json' });
      }
    } catch (cause) {
      throw new LeadlineError('queue_full', 'The queue takes nothing right now: try again later.', { cause });
    }
  }

  /** There is no asking a Cloudflare queue when a message was consumed, so these rows go straight in. */
  async store(rows: Row[]): Promise<void> {
    try {
      await insertMessage(this.target, { id: nanoid(), rows }, log);
    } catch (cause) {
      throw new LeadlineError('not_stored_yet', 'ClickHouse did not take the events: send them again.', {
        cause,
      });
    }
  }

  /** Cloudflare tells a queue's backlog in its own dashboard, not to the Worker. */
  status(): QueueStatus {
    return { backlogBytes: 0, lagMs: 0, isFull: false };
  }
}

/**
 * Inserts the rows of many messages, together: a busy site's messages would make a part each. A row that ClickHouse will
 * never take becomes a refused event, and costs neither its message nor the others.
 *
 * @throws LeadlineError when ClickHouse did not take them: the messages may be delivered again, in any company
 */
export function consume(target: Target, messages: readonly { body: Message }[], log: Log): Promise<void> {
  const ids = messages.map(({ body }) => body.id).join();
  const id = createHash('sha256').update(ids).digest('base64url');
  return insertMessage(target, { id, rows: messages.flatMap(({ body }) => body.rows) }, log);
}

/** Inserts a message's rows, harmlessly often. */
async function insertMessage({ store, models }: Target, { id, rows }: Message, log: Log): Promise<void> {
  const insert: InsertLines = (table, lines, token) => store.insert(table, lines, token);
  const tables = new Map<keyof TableRows, Line[]>();
  for (const { table, json } of rows) tables.set(table, [...(tables.get(table) ?? []), json]);
  for (const [table, lines] of tables)
    await insertRows({ insert, noteOf: unstorableRow, log }, table, lines, `${id}:${table}`);
  await models.refresh([tables]);
}

/** Rows in groups that fit into a message each. */
function* parts(rows: Row[]): Generator<Row[]> {
  let part: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = sizeOf([row]);
    if (part.length > 0 && bytes + size > MESSAGE_BYTES_MAX) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(row);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

const sizeOf = (rows: Row[]) => new TextEncoder().encode(JSON.stringify(rows)).length;
