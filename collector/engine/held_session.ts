import type { Session } from 'chdb';
import type { Job } from './protocol.js';
import { assign, identifier, preparation, QUERY_SIZE } from './settings.js';

/**
 * A chdb session that outlives its request, because a client works with `session_id`: its temporary tables, its `SET`
 * and its `USE` stay, and what the request itself brings along (settings, database) goes again. Query parameters cannot
 * be unset in chdb: in a session an earlier request's stay readable.
 */
export class HeldSession {
  /** By the client's own SET statements, and where chdb itself differs from ClickHouse's defaults. */
  #kept: Record<string, string> = {};
  #database = '';

  constructor(readonly session: Session) {
    session.query(QUERY_SIZE);
    this.#remember();
  }

  /** Brings the session into a job's state; SET and USE run as they are, so that what they change can be told. */
  enter(job: Job): void {
    if (job.keeps) return;
    for (const statement of preparation(job, this.#kept)) this.session.query(statement);
  }

  /** Takes the job's own state out again. */
  leave(job: Job): void {
    if (job.keeps) {
      this.#remember();
      return;
    }
    const names = Object.keys({ ...job.defaults, ...job.settings, log_comment: '' });
    const back = names.map((name) => assign(name, this.#kept[name]));
    try {
      this.session.query(`SET ${back.join(', ')}`);
    } catch {
      // One of them is no setting, which the client has been told already.
      for (const one of back) tolerant(() => this.session.query(`SET ${one}`));
    }
    if (job.database !== undefined) this.session.query(`USE ${identifier(this.#database)}`);
  }

  #remember(): void {
    const read = (sql: string) => this.session.query(sql, 'JSONCompact');
    const rows = JSON.parse(read('SELECT name, value FROM system.settings WHERE changed')).data;
    this.#kept = Object.fromEntries(rows as [string, string][]);
    this.#database = JSON.parse(read('SELECT currentDatabase()')).data[0][0];
  }
}

function tolerant(action: () => unknown): void {
  try {
    action();
  } catch {
    // Told to the client when it was set.
  }
}
