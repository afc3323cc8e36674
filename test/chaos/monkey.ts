import { appendFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Mode } from '../../collector/store/proxy.js';
import { startInstance } from '../instance.js';
import type { Random } from './random.js';
import type { World } from './world.js';

/** Done to a world under load; resolves once the world has been put right again. */
type Fault = (world: World, random: Random) => Promise<void>;

const HOUR = 3_600_000;
const CLOCKS_MS = [0, 0, -HOUR, 5 * HOUR, 48 * HOUR, -48 * HOUR];

const clickhouse =
  (mode: Mode): Fault =>
  async ({ proxy }, random) => {
    proxy.set(mode);
    await delay(random.between(200, 1_500));
    proxy.set('pass');
  };

/** Every kind of fault but `kill -9`, which has its own number. */
export const faults = {
  'ClickHouse refuses': clickhouse('refuse'),
  'ClickHouse hangs': clickhouse('hang'),
  'ClickHouse reads half an insert': clickhouse('half'),
  'ClickHouse stores, no answer': clickhouse('cut'),
  'ClickHouse stores, half an answer': clickhouse('torn'),
  'ClickHouse stores, answers 500': clickhouse('failed'),

  'ClickHouse killed': async ({ engine }) => {
    if (engine.pid) process.kill(engine.pid, 'SIGKILL');
    await delay(100);
  },

  'collector stopped and started': async (world) => {
    await world.stop('SIGTERM');
    await world.start();
  },

  /** What a power cut leaves: an append of which only the beginning reached the disk. */
  'torn tail of the log': async (world, random) => {
    await world.stop('SIGKILL');
    const folder = join(world.dataDir, 'queue');
    const newest = readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .sort()
      .at(-1);
    const tail = random.pick([
      Buffer.from('LLQ1\x50\0\0\0half of a frame'),
      Buffer.alloc(4096),
      Buffer.from('LL'),
    ]);
    if (newest) appendFileSync(join(folder, newest), tail);
    await world.start();
  },

  'clock jumps': async ({ child }) => {
    child.kill('SIGUSR2');
  },

  'clock wrong from a restart on': async (world, random) => {
    await world.stop('SIGKILL');
    world.clockMs = random.pick(CLOCKS_MS);
    await world.start();
  },

  /** Until it says that it has no room. */
  'disk budget spent': async ({ proxy, ledger }) => {
    proxy.set('refuse');
    ledger.isFat = true;
    const before = ledger.refusalsOf('queue_full');
    for (let waited = 0; ledger.refusalsOf('queue_full') < before + 20 && waited < 6_000; waited += 50)
      await delay(50);
    ledger.isFat = false;
    proxy.set('pass');
  },

  'second collector on the folder': async ({ dataDir }) => {
    const outcome = await startInstance({ dataDir }).catch((error: Error) => error.message);
    if (typeof outcome !== 'string') {
      await outcome.kill();
      throw new Error('a second collector was let onto the data folder');
    }
    if (!outcome.includes('in use by another Leadline')) throw new Error(outcome);
  },

  'slow clients': async ({ url }, random) => {
    const sockets = Array.from({ length: 200 }, () =>
      connect(Number(new URL(url).port), '127.0.0.1')
        .on('error', () => undefined)
        .resume(),
    );
    for (let left = random.between(3, 10); left > 0; left--) {
      for (const socket of sockets) if (socket.writable) socket.write('a');
      await delay(100);
    }
    for (const socket of sockets) socket.destroy();
  },
} satisfies Record<string, Fault>;

export const kill: Fault = async (world) => {
  await world.stop('SIGKILL');
  await world.start();
};
