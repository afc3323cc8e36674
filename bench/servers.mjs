// The processes under test, each ended by its own id.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const bare = fileURLToPath(new URL('bare.mjs', import.meta.url));
const bareStream = fileURLToPath(new URL('bare_stream.mjs', import.meta.url));
export const ADMIN_KEY = 'bench-admin-key';
const POLL_MS = 5;

// Also when the benchmark itself fails or is stopped: nothing of it stays behind.
const children = new Set();
const folders = new Set();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-bench-'));
  folders.add(folder);
  return folder;
}

export async function remove(folder) {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  folders.delete(folder);
}

async function startBare() {
  const { child, match } = await run(bare, {}, /^port (\d+)$/);
  return { url: `http://127.0.0.1:${match[1]}`, pid: child.pid, stop: () => end(child) };
}

/** The least that holds streams open. */
export async function startBareStreams() {
  const { child, match } = await run(bareStream, {}, /^port (\d+)$/);
  return { url: `http://127.0.0.1:${match[1]}`, pid: child.pid, stop: () => end(child) };
}

/** The built collector; `startMs` is the time from its start until `/readyz` says 200. */
export async function startCollector(folder, env = {}) {
  const startedAt = performance.now();
  // The load comes as through a proxy, so that addresses are looked up and limited.
  const proxies = { LEADLINE_TRUSTED_PROXIES: 'loopback' };
  const own = {
    ...proxies,
    LEADLINE_DATA: folder,
    LEADLINE_ADMIN_KEY: ADMIN_KEY,
    LEADLINE_PORT: '0',
    ...env,
  };
  const { child, match } = await run(join(dist, 'node.js'), own, /Dashboards\s+(http\S+)\//);
  const url = match[1];
  const get = async (path) => {
    const response = await fetch(url + path, { headers: { Authorization: `Bearer ${ADMIN_KEY}` } });
    return response.ok ? response.json() : undefined;
  };
  while (!(await get('/readyz'))) await delay(POLL_MS);
  const startMs = performance.now() - startedAt;
  const backlog = async () => (await get('/readyz')).queue.backlogBytes;
  return {
    url,
    pid: child.pid,
    startMs,
    get,
    backlog,
    /** Until nothing is left to write: what one round leaves behind must not slow down the next. */
    async drained() {
      while ((await backlog()) > 0) await delay(POLL_MS);
    },
    stop: () => end(child),
  };
}

/** Runs `measure` with a collector on an empty folder and the bare route; both are gone afterwards. */
export async function besideBare(measure) {
  const folder = await temporaryFolder();
  const [bare, collector] = [await startBare(), await startCollector(folder)];
  try {
    return await measure(collector, bare);
  } finally {
    await Promise.all([collector.stop(), bare.stop()]);
    await remove(folder);
  }
}

async function run(program, env, pattern) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  // What it warns of is part of an outage; it is of interest where the process ends.
  const warnings = [];
  createInterface({ input: child.stderr }).on('line', (line) => warnings.push(line));
  const match = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = pattern.exec(line);
      if (found) resolve(found);
    });
    child.once('exit', (code) =>
      reject(new Error([`${program} ended with ${code}`, ...warnings].join('\n'))),
    );
  });
  return { child, match };
}

async function end(child) {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
