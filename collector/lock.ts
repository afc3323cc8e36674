import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ConfigError } from './config.js';

/** Socket paths end at 104 bytes on macOS, 108 on Linux, the closing zero included. */
const SOCKET_PATH_MAX = 103;

/**
 * Keeps other collectors off the data folder for as long as this process lives. A listening socket, because the
 * operating system takes it away from a process that is killed, which a file with a process id in it does not survive.
 *
 * @throws ConfigError when another process holds the folder
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const path = await socketPath(folder);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(path);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    if (await answers(path)) break;
    // Left behind by a process that is gone.
    await rm(path, { force: true }).catch((error: NodeJS.ErrnoException) => {
      throw new ConfigError(`${path} is in the way (${error.code}): remove it.`);
    });
  }
  throw new ConfigError(
    `The data folder ${folder} is in use by another Leadline: stop that one, or set LEADLINE_DATA to another folder.`,
  );
}

async function socketPath(folder: string): Promise<string> {
  const real = await realpath(folder);
  const inside = join(real, 'lock.sock');
  const fits = [inside, relative(process.cwd(), inside)].find(
    (path) => Buffer.byteLength(path) <= SOCKET_PATH_MAX,
  );
  return (
    fits ?? join(tmpdir(), `leadline-${createHash('sha256').update(real).digest('hex').slice(0, 24)}.sock`)
  );
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
