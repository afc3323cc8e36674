import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from 'chdb';
import { serverConfig } from './config.js';
import { EngineError } from './errors.js';
import { notInstalled, thisPlatform, unsupported } from './platform.js';
import type { ChildOptions } from './protocol.js';
import { literal } from './settings.js';

/** After `kill -9` of a collector its engine needs a moment to die and give the folder's lock back. */
const LOCK_PATIENCE_MS = 3000;
const LOCK_RETRY_MS = 100;

/** The opened data folder. This session stays, so that the engine does; the slots open their own beside it. */
export interface Database {
  version: string;
  timezone: string;
  /** Names of the table functions, in lower case. */
  tableFunctions: ReadonlySet<string>;
  /** Ends the running statement with this `log_comment`. */
  kill(id: string): Promise<unknown>;
  close(): void;
}

/** @throws EngineError when the library, the folder or its lock cannot be had */
export async function openDatabase({ dataDir, memoryBytesMax }: ChildOptions): Promise<Database> {
  const reason = unsupported(thisPlatform());
  if (reason) throw new EngineError('engine_platform', reason);
  const chdb = await import('chdb').catch((error: Error) => {
    throw new EngineError('engine_platform', notInstalled(error.message));
  });
  const config = prepareFolder(dataDir, serverConfig(memoryBytesMax));
  const session = await locked(dataDir, () => {
    return new chdb.Session(dataDir, { connectionArgs: [`--config-file=${config}`] });
  });
  replaceDefaultDatabase(session);
  const value = (sql: string) => session.query(sql, 'TSVRaw').trim();
  return {
    version: value('SELECT version()'),
    timezone: value('SELECT timezone()'),
    tableFunctions: new Set(value('SELECT lower(name) FROM system.table_functions').split('\n')),
    kill: (id) => session.queryAsync(`KILL QUERY WHERE Settings['log_comment'] = ${literal(id)} ASYNC`),
    close: () => session.close(),
  };
}

function prepareFolder(dataDir: string, config: string): string {
  const path = join(dataDir, 'engine.xml');
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, config);
    forgetEmptyDefault(dataDir);
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EngineError(
      'engine_unwritable',
      `The data folder ${dataDir} cannot be written (${code}): make it writable, or choose another with LEADLINE_DATA.`,
    );
  }
}

async function locked(dataDir: string, open: () => Session): Promise<Session> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return open();
    } catch (error) {
      const message = (error as Error).message;
      if (Date.now() >= deadline)
        throw new EngineError(
          'engine_failed',
          `The embedded ClickHouse engine cannot open ${dataDir}: ${message}.`,
        );
      await sleep(LOCK_RETRY_MS);
    }
  }
}

/**
 * chdb makes `default` an overlay over the file system, where ``SELECT * FROM `/etc/passwd` `` reads that file. An
 * ordinary database of the same name takes its place, and keeps its tables over restarts. If ever it cannot, there is
 * no `default` rather than that one.
 */
function replaceDefaultDatabase(session: Session): void {
  session.query('DETACH DATABASE default');
  try {
    session.query('ATTACH DATABASE default');
  } catch {
    try {
      session.query('CREATE DATABASE default ENGINE = Atomic');
    } catch (error) {
      console.error(`There is no database \`default\`: ${(error as Error).message}`);
    }
  }
}

/** Without a table in it (`metadata/default` comes with the first), a stored `default` can be neither attached nor made. */
function forgetEmptyDefault(dataDir: string): void {
  const metadata = join(dataDir, 'metadata', 'default');
  if (!existsSync(metadata)) rmSync(`${metadata}.sql`, { force: true });
}
