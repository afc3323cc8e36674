import type { Server, ServerOptions } from 'node:http';

/** A slow phone needs a second for its headers; Node's minute is there for whoever wants to hold connections. */
const HEADERS_MS = 15_000;
/** The largest batch, 1 MiB, at 20 KB/s. */
const REQUEST_MS = 60_000;
/** Longer than proxies keep theirs (60 s in nginx and at AWS), so that none sends into one that is being closed. */
const KEEP_ALIVE_MS = 65_000;
/** How late a connection over its time may be noticed. */
const CHECK_MS = 5_000;
/** Files that the queue, the engine's connections and the scripts need. */
const FILES_RESERVED = 128;

/** For `createServer`: how long a client may take. */
export const patience: ServerOptions = {
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionsCheckingInterval: CHECK_MS,
};

/**
 * Leaves the process files to work with, however many connect: at the system's limit not even the queue's log could be
 * opened. Beyond the bound new connections are closed; those that are open, a proxy's above all, go on.
 *
 * @returns how many connections there may be
 */
export function boundConnections(server: Server, filesMax = openFilesMax()): number {
  server.maxConnections = Math.max(filesMax - FILES_RESERVED, FILES_RESERVED);
  return server.maxConnections;
}

/** The limit that `ulimit -n` prints; Node itself tells it in its diagnostic report alone. */
function openFilesMax(): number {
  const { report } = process as { report: { getReport(): object; excludeNetwork?: boolean } };
  report.excludeNetwork = true;
  const { userLimits } = report.getReport() as { userLimits?: { open_files?: { soft: number | string } } };
  const soft = Number(userLimits?.open_files?.soft);
  // Unlimited, or a system that does not say.
  return Number.isFinite(soft) ? soft : Number.POSITIVE_INFINITY;
}
