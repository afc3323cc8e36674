import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openDatabase } from './database.js';
import { EngineError } from './errors.js';
import { createPool } from './pool.js';
import type { ChildMessage, ChildOptions, ParentMessage } from './protocol.js';
import { Scratch } from './scratch.js';
import { createHttpServer } from './server.js';

/** How long a stopping engine waits for what writes; the supervisor waits a little longer. */
const STOP_PATIENCE_MS = 10_000;

/** Folder beside ClickHouse's own; its `tmp` is ClickHouse's. */
const SCRATCH = 'requests';

/** SIGKILL, because a native query keeps `process.exit` waiting or crashes in it; what was acknowledged is on disk. */
const die = () => process.kill(process.pid, 'SIGKILL');

/** The main thread of the engine process. */
export function runChild(entry: string): void {
  // Ctrl-C goes to the whole process group: the parent decides what it means.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  process.on('disconnect', die);
  if (!process.connected) die();

  let stop = async () => {};
  process.on('message', async (message: ParentMessage) => {
    if (message.type === 'ping') send({ type: 'pong' });
    else if (message.type === 'start') stop = await start(message.options, entry);
    else {
      await stop();
      die();
    }
  });
}

const send = (message: ChildMessage) => process.send?.(message);

async function start(options: ChildOptions, entry: string): Promise<() => Promise<void>> {
  try {
    const database = await openDatabase(options);
    const pool = createPool({ entry, dataDir: options.dataDir, kill: database.kill });
    const scratch = new Scratch(join(options.dataDir, SCRATCH));
    const { server, writesDone } = createHttpServer({ child: options, database, pool, scratch });
    const port = await listen(server, options.port);
    send({ type: 'ready', port });
    return async () => {
      server.close();
      server.closeIdleConnections();
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_PATIENCE_MS));
      await Promise.race([writesDone(), patience]);
      database.close();
    };
  } catch (error) {
    const code = error instanceof EngineError ? error.code : 'engine_failed';
    send({ type: 'failed', code, message: (error as Error).message });
    return async () => {};
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
