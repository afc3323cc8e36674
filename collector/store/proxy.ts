// For tests: a network between Leadline and ClickHouse that fails in the ways networks do.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * `pass`: all is well. `refuse`: connections are closed at once. `hang`: nobody answers. `cut`: requests arrive and are
 * done, and the connection breaks before the answer. `half`: the connection breaks in the middle of a request. `torn`:
 * requests are done, and the connection breaks in the middle of the answer. `failed`: requests are done, and the answer
 * is a 500 of somebody in between.
 */
export type Mode = 'pass' | 'refuse' | 'hang' | 'cut' | 'half' | 'torn' | 'failed';

const FAILED = 'HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\nConnection: close\r\n\r\nOops';

/** Modes in which what was sent is done, whatever becomes of the answer. */
const DONE_REGARDLESS = new Set<Mode>(['cut', 'torn', 'failed']);

export interface TestProxy {
  url: string;
  /** How many connections met the current mode. */
  readonly met: number;
  /** Breaks all connections; new ones meet the new mode. */
  set(mode: Mode): void;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<TestProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let mode: Mode = 'pass';
  let met = 0;
  const server = createServer((client) => {
    met++;
    keep(client);
    if (mode === 'refuse') return void client.destroy();
    if (mode === 'hang') return void client.resume();
    const upstream = keep(connect(Number(port), hostname));
    client.on('close', () => DONE_REGARDLESS.has(mode) || upstream.destroy());
    upstream.on('close', () => client.destroy());
    if (mode === 'half') {
      client.once('data', (bytes) => {
        upstream.write(bytes.subarray(0, bytes.length - 10), () => upstream.destroy());
      });
      return;
    }
    client.pipe(upstream);
    if (mode === 'pass') return void upstream.pipe(client);
    const metMode = mode;
    upstream.once('data', (answer) => {
      if (metMode === 'failed') client.end(FAILED);
      else if (metMode === 'torn')
        client.write(answer.subarray(0, answer.length >> 1), () => client.destroy());
      else client.destroy();
    });
  });
  function keep(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('error', () => undefined);
    return socket.on('close', () => sockets.delete(socket));
  }
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get met() {
      return met;
    },
    set(next) {
      mode = next;
      met = 0;
      breakAll();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        breakAll();
      }),
  };
}
