import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError } from '../config.js';
import { temporaryFolder } from '../store/testing.js';
import { lockFolder } from './lock.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it('is held by one at a time', async () => {
  const lock = await lockFolder(folder.path);
  await expect(lockFolder(folder.path)).rejects.toThrow(ConfigError);
  await expect(lockFolder(folder.path)).rejects.toThrow(
    /is in use by another Leadline: stop that one, or set LEADLINE_DATA/,
  );
  await lock.release();
  await (await lockFolder(folder.path)).release();
});

it('knows the folder by whatever name', async () => {
  const lock = await lockFolder(folder.path);
  const other = temporaryFolder();
  symlinkSync(folder.path, join(other.path, 'link'));
  await expect(lockFolder(join(other.path, 'link'))).rejects.toThrow(ConfigError);
  await lock.release();
  other.remove();
});

it('is taken over from a process that was killed', async () => {
  const path = join(folder.path, 'lock.sock');
  const code = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await expect(lockFolder(folder.path)).rejects.toThrow(ConfigError);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(path)).toBe(true);
  const lock = await lockFolder(folder.path);
  await expect(lockFolder(folder.path)).rejects.toThrow(ConfigError);
  await lock.release();
});

it.runIf(process.platform === 'linux')(
  'goes to one of many that start at once over what a killed one left behind',
  async () => {
    const path = join(folder.path, 'lock.sock');
    for (let round = 0; round < 20; round++) {
      const code = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
      await once(spawn(process.execPath, ['-e', code]), 'exit');
      expect(existsSync(path)).toBe(true);
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder.path)));
      const held = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(held).toHaveLength(1);
      for (const lock of held) await lock.release();
    }
  },
);

it('works in a folder whose path is too long for a socket', async () => {
  const deep = join(folder.path, 'a'.repeat(100), 'b'.repeat(100));
  mkdirSync(deep, { recursive: true });
  const lock = await lockFolder(deep);
  await expect(lockFolder(deep)).rejects.toThrow(ConfigError);
  await lock.release();
  expect(readdirSync(deep)).toEqual([]);
  await (await lockFolder(deep)).release();
});
