import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.each(['SIGTERM', 'SIGINT'] as const)('npm start stops cleanly when npm gets a %s', async (signal) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadline-'));
  const env = { ...process.env, LEADLINE_DATA: dataDir, LEADLINE_PORT: '0', LEADLINE_ADMIN_KEY: 'key' };
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const running = new Promise<void>((resolve) => {
    createInterface({ input: npm.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.includes('ClickHouse  http')) resolve();
    });
  });
  await running;
  npm.kill(signal);
  expect(await once(npm, 'exit')).toEqual([0, null]);
  expect(lines.at(-1)).toBe('Stopping …');
  const collector = Number(/process (\d+)/.exec(lines.join('\n'))?.[1]);
  expect(() => process.kill(collector, 0)).toThrow('ESRCH');
  await rm(dataDir, { recursive: true, force: true });
});
