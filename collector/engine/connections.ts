import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections at a time. Collector and BI tools need some tens; each takes a file descriptor, of which ClickHouse needs
 * thousands for its parts.
 */
const CONNECTIONS_MAX = 1024;

/** Closes the connection that has been idle for longest when there are too many; a new one if none is idle. */
export function guardConnections(server: Server, max = CONNECTIONS_MAX): void {
  const idle = new Set<Socket>();
  let open = 0;
  server.on('connection', (socket) => {
    open += 1;
    idle.add(socket);
    socket.once('close', () => {
      open -= 1;
      idle.delete(socket);
    });
    if (open <= max) return;
    const [oldest] = idle;
    oldest?.destroy();
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket);
    });
  });
}
