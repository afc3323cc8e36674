import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../store/row.js';
import { temporaryFolder, until } from '../store/testing.js';
import { DiskQueue, type DiskQueueOptions } from './disk.js';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
const opened: DiskQueue[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'queue');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.close()));
  folder.remove();
});

async function openQueue(options: DiskQueueOptions = {}, at = path): Promise<DiskQueue> {
  const queue = await DiskQueue.open(at, { lingerMs: 1, ...options });
  opened.push(queue);
  return queue;
}
const row = (text: string | number): Row => ({ table: 'events', json: JSON.stringify({ text }) });
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Takes `count` rows out, in order, as the writer does. */
async function take(queue: DiskQueue, count: number): Promise<unknown[]> {
  const taken: unknown[] = [];
  while (taken.length < count) {
    const segment = await queue.next();
    if (!segment) break;
    const { tables } = await segment.read();
    for (const line of tables.get('events') ?? []) taken.push(JSON.parse(String(line)).text);
    await queue.done(segment);
  }
  return taken;
}
const logs = (at = path) => readdirSync(at).filter((name) => name.endsWith('.log'));

describe('order and segments', () => {
  it('gives rows in the order in which they came, over many segments', async () => {
    const queue = await openQueue({ segmentBytesMax: 500 });
    const all = numbers(300);
    const taking = take(queue, all.length);
    for (const at of all) at % 50 === 0 ? await queue.append([row(at)]) : void queue.append([row(at)]);
    expect(await taking).toEqual(all);
    expect(queue.status()).toMatchObject({ backlogBytes: 0, lagMs: 0 });
    expect(logs()).toEqual([]);
  });

  it('keeps giving the same segment until it is done, and its content never changes', async () => {
    const queue = await openQueue();
    await queue.append([row('a')]);
    const segment = await queue.next();
    await queue.append([row('b')]);
    expect(await queue.next()).toBe(segment);
    expect((await segment?.read())?.tables.get('events')?.map(String)).toEqual(['{"text":"a"}']);
    if (segment) await queue.done(segment);
    expect(await take(queue, 1)).toEqual(['b']);
  });

  it('lets rows gather for a writer that waits', async () => {
    const queue = await openQueue({ lingerMs: 300 });
    const next = queue.next();
    await queue.append([row('a')]);
    await queue.append([row('b')]);
    expect((await (await next)?.read())?.tables.get('events')).toHaveLength(2);
  });

  it('lets no segment outgrow its size, however much comes at once', async () => {
    const queue = await openQueue({ segmentBytesMax: 500 });
    const all = numbers(300);
    const next = queue.next();
    await Promise.all(all.map((at) => queue.append([row(at)])));
    await next;
    for (const name of logs()) expect(statSync(join(path, name)).size).toBeLessThanOrEqual(500);
    expect(await take(queue, all.length)).toEqual(all);
  });

  it('holds nothing up where the clock is set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const queue = await openQueue({ lingerMs: 20 });
      await queue.append([row('a')]);
      vi.setSystemTime(Date.now() - 86_400_000);
      expect(await take(queue, 1)).toEqual(['a']);
      expect(queue.status().lagMs).toBeGreaterThanOrEqual(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells backlog and age', async () => {
    const queue = await openQueue();
    expect(queue.status()).toMatchObject({ backlogBytes: 0, lagMs: 0 });
    await queue.append([row('a')]);
    await until(() => queue.status().lagMs > 0);
    expect(queue.status().backlogBytes).toBeGreaterThan(20);
  });
});

describe('durability', () => {
  it('answers only after a sync, which concurrent appends share', async () => {
    const probe = await open(join(folder.path, 'probe'), 'w');
    const prototype = Object.getPrototypeOf(probe) as FileHandle;
    await probe.close();
    const sync = vi.spyOn(prototype, 'datasync');
    try {
      const queue = await openQueue();
      await queue.append([row('first')]);
      expect(sync).toHaveBeenCalledTimes(1);
      await Promise.all(numbers(200).map((at) => queue.append([row(at)])));
      // One for those who came first, one for all who came while it ran.
      expect(sync.mock.calls.length).toBeLessThanOrEqual(3);
      await queue.append([row('last')]);
      expect(await take(queue, 202)).toEqual(['first', ...numbers(200), 'last']);
    } finally {
      sync.mockRestore();
    }
  });

  it('has everything that was answered after a crash', async () => {
    const queue = await openQueue({ segmentBytesMax: 200 });
    for (const at of numbers(20)) await queue.append([row(at)]);
    // What a process that was killed leaves behind: the files as they are at this moment.
    const crashed = join(folder.path, 'crashed');
    cpSync(path, crashed, { recursive: true });
    const reopened = await openQueue({}, crashed);
    expect(reopened.status().backlogBytes).toBe(queue.status().backlogBytes);
    await reopened.append([row(20)]);
    expect(await take(reopened, 21)).toEqual(numbers(21));
  });

  it('reads a torn tail up to the last whole append', async () => {
    const queue = await openQueue();
    for (const at of numbers(3)) await queue.append([row(at)]);
    await queue.close();
    const log = join(path, logs()[0] ?? '');
    appendFileSync(log, Buffer.from('LLQ1\x50\0\0\0half of a frame'));
    const reopened = await openQueue();
    const segment = await reopened.next();
    expect(await segment?.read()).toEqual({
      tables: new Map([['events', numbers(3).map((text) => Buffer.from(JSON.stringify({ text })))]]),
      damagedBytes: 23,
    });
    truncateSync(log, 60);
    expect((await segment?.read())?.tables.get('events')).toHaveLength(2);
  });

  it('never uses a name twice', async () => {
    const queue = await openQueue();
    await queue.append([row(1)]);
    const [first] = logs();
    expect(await take(queue, 1)).toEqual([1]);
    await queue.append([row(2)]);
    await queue.close();
    const [second] = logs();
    const reopened = await openQueue();
    await reopened.append([row(3)]);
    const third = logs().find((name) => name !== second);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await take(reopened, 2)).toEqual([2, 3]);
  });
});

describe('no room', () => {
  it('refuses what is over the budget, and takes again what fits', async () => {
    const queue = await openQueue({ bytesMax: 300 });
    const outcomes = await Promise.allSettled(numbers(50).map((at) => queue.append([row(at)])));
    const taken = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(50);
    expect(queue.status().backlogBytes).toBeLessThanOrEqual(300);
    await expect(queue.append([row(51)])).rejects.toMatchObject({ code: 'queue_full', status: 503 });
    expect(await take(queue, taken)).toEqual(numbers(taken));
    await queue.append([row('again')]);
    expect(await take(queue, 1)).toEqual(['again']);
  });

  it('refuses what a disk that hangs would only collect in memory', async () => {
    const probe = await open(join(folder.path, 'probe'), 'w');
    const sync = vi.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'datasync');
    await probe.close();
    let goOn = () => {};
    sync.mockReturnValueOnce(new Promise((resolve) => (goOn = resolve)));
    const queue = await openQueue();
    const megabyte = new Uint8Array(1 << 20);
    const waiting = numbers(64).map(() => queue.append(megabyte));
    await expect(queue.append(megabyte)).rejects.toMatchObject({
      code: 'queue_full',
      message: expect.stringMatching(/disk of the queue does not keep up/),
    });
    sync.mockRestore();
    goOn();
    await Promise.all(waiting);
    await queue.append(megabyte);
  });

  it('refuses while its folder is away, and goes on when it is back', async () => {
    const queue = await openQueue();
    renameSync(path, `${path}.away`);
    for (const place of ['nothing', 'a file']) {
      if (place === 'a file') writeFileSync(path, '');
      await expect(queue.append([row(1)])).rejects.toMatchObject({
        code: 'queue_full',
        message: expect.stringMatching(
          /^The queue cannot write to its disk \((ENOENT|ENOTDIR)\)\. Nothing was taken/,
        ),
      });
    }
    rmSync(path);
    renameSync(`${path}.away`, path);
    await queue.append([row(2)]);
    expect(await take(queue, 1)).toEqual([2]);
  });

  it('keeps what it answered, and nothing of what it refused, where the disk takes only a part of a write', async () => {
    // The kernel cuts writes short at this file size and then refuses them (EFBIG), as a full disk does.
    const program = `
      import { DiskQueue } from './collector/queue/disk.ts';
      const queue = await DiskQueue.open(${JSON.stringify(path)});
      const taken = [];
      for (let at = 0; at < 100; at++) {
        const row = { table: 'events', json: JSON.stringify({ text: at, filling: 'x'.repeat(1000) }) };
        await queue.append([row]).then(() => taken.push(at), ({ code }) => { if (code !== 'queue_full') throw code; });
      }
      console.log(JSON.stringify(taken));`;
    const args = [
      '-c',
      'ulimit -f 16; exec "$@"',
      'sh',
      process.execPath,
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      program,
    ];
    const { stdout } = await promisify(execFile)('bash', args);
    const taken: number[] = JSON.parse(stdout);
    expect(taken.length).toBeGreaterThan(50);
    expect(taken.length).toBeLessThan(100);
    expect(await take(await openQueue(), taken.length)).toEqual(taken);
  });

  it('loses nothing that it answered when its disk fails in between', async () => {
    const queue = await openQueue();
    await queue.append([row('before')]);
    const probe = await open(join(folder.path, 'probe'), 'w');
    const sync = vi.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'datasync');
    await probe.close();
    sync.mockRejectedValueOnce(Object.assign(new Error('i/o error'), { code: 'EIO' }));
    await expect(queue.append([row('lost')])).rejects.toMatchObject({ code: 'queue_full' });
    sync.mockRestore();
    await queue.append([row('after')]);
    expect(await take(queue, 2)).toEqual(['before', 'after']);
  });
});

describe('close', () => {
  it('writes what is under way, refuses what comes later, lets go of the writer', async () => {
    const queue = await openQueue();
    const next = queue.next();
    const appending = queue.append([row(1)]);
    await queue.close();
    await appending;
    await expect(queue.append([row(2)])).rejects.toMatchObject({ code: 'queue_full' });
    const segment = await next;
    if (segment) await queue.done(segment);
    expect(await queue.next()).toBeUndefined();
    const reopened = await openQueue();
    expect(await take(reopened, segment ? 0 : 1)).toEqual(segment ? [] : [1]);
  });

  it('lets go of a writer that waits in vain', async () => {
    const queue = await openQueue();
    const next = queue.next();
    await queue.close();
    expect(await next).toBeUndefined();
  });
});

describe('store', () => {
  it('waits until the writer is done, and says when that takes too long', async () => {
    const hasty = await openQueue({ storeTimeoutMs: 50 });
    await expect(hasty.store([row(1)])).rejects.toMatchObject({ code: 'not_stored_yet', status: 503 });
    const patient = await openQueue();
    const storing = patient.store([row(2)]);
    // It finds what the hasty one left in the folder.
    expect(await take(patient, 2)).toEqual([1, 2]);
    await storing;
  });

  it('sends rows that somebody waits for at once, but not each alone', async () => {
    const queue = await openQueue({ lingerMs: 60_000 });
    let segments = 0;
    const writing = (async () => {
      for (let segment = await queue.next(); segment; segment = await queue.next()) {
        segments++;
        await queue.done(segment);
      }
    })();
    const begunAt = performance.now();
    for (const at of numbers(5)) await queue.store([row(at)]);
    // One at once, and each of the others a tenth of a second behind the one before.
    expect(performance.now() - begunAt).toBeGreaterThan(390);
    expect(performance.now() - begunAt).toBeLessThan(10_000);
    await Promise.all(numbers(500).map((at) => queue.store([row(at)])));
    expect(segments).toBeLessThanOrEqual(2 + (performance.now() - begunAt) / 100);
    await queue.close();
    await writing;
  });

  it('remembers who waits where other rows fill the segment, and hurries nobody for rows that were refused', async () => {
    const queue = await openQueue({ lingerMs: 600, segmentBytesMax: 500 });
    const next = queue.next();
    const others = numbers(30).map((at) => queue.append([row(at)]));
    const storing = queue.store([row('wanted')]);
    await Promise.all(others);
    const first = await next;
    if (first) await queue.done(first);
    const begunAt = performance.now();
    for (let segment = await queue.next(); segment; segment = await queue.next()) {
      const { tables } = await segment.read();
      await queue.done(segment);
      if (String(tables.get('events')?.at(-1)).includes('wanted')) break;
    }
    expect(performance.now() - begunAt).toBeLessThan(590);
    await storing;

    const probe = await open(join(folder.path, 'probe'), 'w');
    const sync = vi.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'datasync');
    await probe.close();
    sync.mockRejectedValueOnce(Object.assign(new Error('i/o error'), { code: 'EIO' }));
    await expect(queue.store([row('refused')])).rejects.toMatchObject({ code: 'queue_full' });
    sync.mockRestore();
    const appendedAt = performance.now();
    const after = queue.next();
    await queue.append([row('later')]);
    const segment = await after;
    expect(performance.now() - appendedAt).toBeGreaterThan(590);
    if (segment) await queue.done(segment);
  });

  it('fails where the file is lost', async () => {
    const queue = await openQueue();
    const storing = queue.store([row(1)]);
    const segment = await queue.next();
    if (segment) queue.lost(segment);
    await expect(storing).rejects.toMatchObject({ code: 'not_stored_yet' });
    expect(queue.status().backlogBytes).toBe(0);
  });
});
