import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ConfigError } from '../config.js';

/** Socket paths end at 104 bytes on macOS, 108 on Linux, the closing zero included. */
const SOCKET_PATH_MAX = 103;

/**
 * Keeps other collectors off the data folder for as long as this process lives. A listening socket, because the
 * operating system takes it away from a process that is killed, which a file with a process id in it does not survive.
 *
 * There are two, because a socket with a path leaves its file behind: of several that start at once over such a file,
 * one could remove another's new one. On Linux one without a file, which goes without a trace, decides between them
 * first (unix(7), abstract sockets). The one with a path is seen from other containers too.
 *
 * @throws ConfigError when another process holds the folder
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const real = await realpath(folder);
  const name = process.platform === 'linux' ? `\0leadline-${hashOf(real)}` : undefined;
  const first = name ? await listen(name) : undefined;
  if (name && !first) throw inUse(folder);
  try {
    const second = await lockPath(socketPath(real), folder);
    return {
      async release() {
        await close(second);
        await close(first);
      },
    };
  } catch (error) {
    await close(first);
    throw error;
  }
}

async function lockPath(path: string, folder: string): Promise<Server> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(path);
    if (server) return server;
    if (await answers(path)) break;
    // Left behind by a process that is gone.
    await rm(path, { force: true }).catch((error: NodeJS.ErrnoException) => {
      throw new ConfigError(`${path} is in the way (${error.code}): remove it.`);
    });
  }
  throw inUse(folder);
}

const inUse = (folder: string) =>
  new ConfigError(
    `The data folder ${folder} is in use by another Leadline: stop that one, or set LEADLINE_DATA to another folder.`,
  );

const close = (server: Server | undefined) =>
  new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));

const hashOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 24);

function socketPath(real: string): string {
  const inside = join(real, 'lock.sock');
  const fits = [inside, relative(process.cwd(), inside)].find(
    (path) => Buffer.byteLength(path) <= SOCKET_PATH_MAX,
  );
  return fits ?? join(tmpdir(), `leadline-${hashOf(real)}.sock`);
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
