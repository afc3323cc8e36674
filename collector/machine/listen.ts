import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, ConfigError } from '../config.js';

/**
 * @returns the port, which 0 lets the system choose
 * @throws ConfigError when the address cannot be had
 */
export function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new ConfigError(explainListen(code, port, host))),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function explainListen(code: string | undefined, port: number, host: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use: stop the other program, or set LEADLINE_PORT to another port.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user: set LEADLINE_PORT to one above 1023.`;
    default:
      return `This machine has no address ${host} to listen on (${code}): set LEADLINE_HOST, for instance to 127.0.0.1.`;
  }
}
