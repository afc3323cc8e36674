import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { access, constants, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { EntityKind } from '../../schemas/entities.js';
import { ConfigError } from '../config.js';
import type { Snapshot } from '../records/live_records.js';

/**
 * Makes the data folder where it is missing.
 *
 * @throws ConfigError when it cannot be written
 */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `The data folder ${folder} cannot be written (${code}): make it writable for this user, or set LEADLINE_DATA to another folder.`,
    );
  }
}

/** Step by step: Node's own recursive mkdir never ends where a parent takes no folders (/proc). */
async function makeFolder(folder: string): Promise<void> {
  const make = () =>
    mkdir(folder, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
    });
  try {
    await make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  }
}

/**
 * A secret of this instance: made at random on the first start and kept in the data folder for its owner alone.
 *
 * @returns the secret, and whether it was made just now
 */
export async function keptSecret(folder: string, name: string): Promise<{ value: string; isNew: boolean }> {
  const path = join(folder, name);
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new ConfigError(`${path} cannot be read (${error.code}): make it readable for this user.`);
  });
  if (kept.trim()) return { value: kept.trim(), isNew: false };
  const value = randomBytes(24).toString('base64url');
  await replaceFile(path, `${value}\n`);
  return { value, isNew: true };
}

/** A port on loopback that stays the same from start to start, for as long as nobody else takes it. */
export async function keptPort(folder: string, name: string): Promise<number> {
  const path = join(folder, name);
  const kept = Number(await readFile(path, 'utf8').catch(() => '0'));
  const server = createServer();
  const tryListen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await tryListen(kept || 0).catch(() => tryListen(0));
  server.close();
  await once(server, 'close');
  if (port !== kept) await replaceFile(path, `${port}\n`);
  return port;
}

/** The records of a kind as they were last seen, in the data folder. */
export function fileSnapshot<Item>(folder: string, kind: EntityKind): Snapshot<Item> {
  const path = join(folder, `${kind}.json`);
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : (JSON.parse(text) as Item[]);
    },
    save: (items) => replaceFile(path, JSON.stringify(items)),
  };
}

/** Whole or not at all: written beside, synced, then renamed. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    // The mode above is of a new file only, and one may be left of a start that was cut short.
    await file.chmod(0o600);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
