import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { targetOf } from '../people/testing.js';
import { type Mode, startProxy, type TestProxy } from '../store/proxy.js';
import { eventRow, startStore, type TestStore, temporaryFolder, until } from '../store/testing.js';
import { DiskQueue } from './disk.js';
import { startWriter, type Writer } from './writer.js';

let test: TestStore;
let proxy: TestProxy;
let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let logged: [message: string, details: Record<string, unknown> | undefined][] = [];
const running: { queue: DiskQueue; writer?: Writer }[] = [];

beforeAll(async () => {
  test = await startStore();
  proxy = await startProxy(test.url);
});
afterAll(async () => {
  await proxy.close();
  await test.stop();
});
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'queue');
  proxy.set('pass');
  logged = [];
});
afterEach(async () => {
  for (const { queue, writer } of running.splice(0)) {
    await queue.close();
    await writer?.stop();
  }
  folder.remove();
});

const log = (_level: string, message: string, details?: Record<string, unknown>) =>
  logged.push([message, details]);
const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}-${100 + at}`);
/** Every copy counts, merged or not. */
const copies = async (prefix: string) =>
  (
    await test.select<{ event_id: string }>(
      `SELECT event_id FROM events WHERE startsWith(event_id, '${prefix}-') ORDER BY event_id`,
    )
  ).map(({ event_id }) => event_id);
const holds = (prefix: string, count: number) =>
  until(async () => (await copies(prefix)).length >= count).then(async () =>
    expect(await copies(prefix)).toEqual(ids(prefix, count)),
  );

async function openQueue(at = path) {
  const queue = await DiskQueue.open(at, { lingerMs: 5, segmentBytesMax: 2_000 });
  const one: (typeof running)[number] = { queue };
  running.push(one);
  return {
    queue,
    write() {
      one.writer = startWriter(queue, targetOf(test.connect({ url: proxy.url })), log);
      return one.writer;
    },
  };
}

describe('rows', () => {
  it('arrive once, in batches, and leave nothing behind', async () => {
    const { queue, write } = await openQueue();
    write();
    await Promise.all(ids('once', 200).map((id) => queue.append([eventRow(id)])));
    await holds('once', 200);
    await until(() => queue.status().backlogBytes === 0);
    expect(readdirSync(path)).toEqual([]);
  });

  it('arrive once although the process died between the insert and its note', async () => {
    const { queue, write } = await openQueue();
    for (const id of ids('replay', 30)) await queue.append([eventRow(id)]);
    const before = join(folder.path, 'before');
    cpSync(path, before, { recursive: true });
    write();
    await holds('replay', 30);
    const again = await openQueue(before);
    again.write();
    await until(() => again.queue.status().backlogBytes === 0);
    expect(await copies('replay')).toEqual(ids('replay', 30));
  });

  it('that can never be stored are set aside, and hold up none of the others', async () => {
    const { queue, write } = await openQueue();
    const poison = {
      table: 'events' as const,
      json: '{"site":"demo","event_id":"poison-1","type":"x","ts":"ada@example.com"}',
    };
    const rows = ids('healthy', 20).map((id) => eventRow(id));
    await queue.append([...rows.slice(0, 7), poison, ...rows.slice(7)]);
    const writer = write();
    await holds('healthy', 20);
    await until(() => queue.status().backlogBytes === 0);
    const noted = await test.select(
      'SELECT event_id, type, reason, message, count FROM rejected_events FINAL',
    );
    expect(noted).toEqual([
      {
        event_id: 'poison-1',
        type: 'x',
        reason: 'not_storable',
        message: 'ClickHouse cannot store this event in events.',
        count: 1,
      },
    ]);
    expect(writer.stats()).toMatchObject({ insertedRows: 21, poisonRows: 1, failedInserts: 0 });
    expect(logged).toEqual([['a row cannot be stored', expect.objectContaining({ event: 'poison-1' })]]);
    // Logs are no place for what people typed.
    expect(JSON.stringify(logged)).not.toContain('ada@');
  });
});

describe('a ClickHouse that is away', () => {
  it.each(['refuse', 'hang', 'cut', 'half', 'torn', 'failed'] satisfies Mode[])(
    'and comes back has everything once: %s',
    async (mode) => {
      proxy.set(mode);
      const { queue, write } = await openQueue();
      write();
      for (const id of ids(mode, 40)) await queue.append([eventRow(id)]);
      await until(() => proxy.met >= (mode === 'hang' ? 1 : 2));
      if (['cut', 'torn', 'failed'].includes(mode)) await until(async () => (await copies(mode)).length > 0);
      proxy.set('pass');
      await holds(mode, 40);
      await until(() => queue.status().backlogBytes === 0);
      expect(await copies(mode)).toEqual(ids(mode, 40));
    },
  );

  it('is told by the figures, until it takes rows again', async () => {
    proxy.set('refuse');
    const { queue, write } = await openQueue();
    const writer = write();
    const before = Date.now();
    await queue.append([eventRow('told-100')]);
    await until(() => writer.stats().failedInserts > 1);
    const { retryingSince, lastError } = writer.stats();
    expect(retryingSince).toBeGreaterThanOrEqual(before);
    expect(lastError).toBe('store_down ECONNRESET');
    expect(writer.stats().insertedRows).toBe(0);
    proxy.set('pass');
    await holds('told', 1);
    await until(() => writer.stats().insertedRows === 1);
    expect(writer.stats()).toMatchObject({
      poisonRows: 0,
      damagedSegments: 0,
      retryingSince: undefined,
      lastError: undefined,
    });
  });

  it('and hangs keeps nobody from stopping, and nothing is lost', async () => {
    proxy.set('hang');
    const { queue, write } = await openQueue();
    const writer = write();
    for (const id of ids('hung', 10)) await queue.append([eventRow(id)]);
    await until(() => proxy.met > 0);
    await queue.close();
    const begunAt = performance.now();
    await writer.stop();
    expect(performance.now() - begunAt).toBeLessThan(5_000);
    proxy.set('pass');
    (await openQueue()).write();
    await holds('hung', 10);
  });

  it('keeps nobody from stopping, and nothing is lost', async () => {
    proxy.set('refuse');
    const { queue, write } = await openQueue();
    const writer = write();
    for (const id of ids('stop', 10)) await queue.append([eventRow(id)]);
    await until(() => logged.length > 0);
    await queue.close();
    await writer.stop();
    proxy.set('pass');
    (await openQueue()).write();
    await holds('stop', 10);
  });
});

describe('a damaged log', () => {
  it('with a flipped bit in its middle gives all but the append that was hit', async () => {
    const { queue, write } = await openQueue();
    for (const id of ids('flipped', 5)) await queue.append([eventRow(id)]);
    const [name = ''] = readdirSync(path);
    const log = readFileSync(join(path, name));
    const at = log.indexOf('flipped-102');
    log.writeUInt8(log.readUInt8(at) ^ 4, at);
    writeFileSync(join(path, name), log);
    write();
    await until(() => queue.status().backlogBytes === 0);
    expect(await copies('flipped')).toEqual(ids('flipped', 5).filter((id) => id !== 'flipped-102'));
    expect(readFileSync(join(path, 'damaged', name))).toEqual(log);
  });

  it('gives what can be read, and what cannot is kept', async () => {
    const { queue, write } = await openQueue();
    for (const id of ids('tail', 3)) await queue.append([eventRow(id)]);
    const [name = ''] = readdirSync(path);
    appendFileSync(join(path, name), 'LLQ1 and then the power went');
    write();
    await holds('tail', 3);
    await until(() => queue.status().backlogBytes === 0);
    expect(readdirSync(join(path, 'damaged'))).toEqual([name]);
    expect(logged).toEqual([
      ['part of the queue cannot be read; the rest is stored', expect.objectContaining({ damagedBytes: 28 })],
    ]);
  });

  it('with a file missing gives the others', async () => {
    const { queue, write } = await openQueue();
    for (const id of ids('gone', 60)) await queue.append([eventRow(id)]);
    const [first = '', ...others] = readdirSync(path).sort();
    expect(others.length).toBeGreaterThan(0);
    rmSync(join(path, first));
    write();
    await until(() => queue.status().backlogBytes === 0);
    const found = await copies('gone');
    expect(found.at(-1)).toBe('gone-159');
    expect(logged).toEqual([['the queue cannot be read', expect.objectContaining({ code: 'ENOENT' })]]);
  });

  it('tells nobody that rows are stored whose file is missing', async () => {
    const { queue, write } = await openQueue();
    const storing = queue.store([eventRow('away-100')]);
    await until(() => queue.status().backlogBytes > 0);
    for (const name of readdirSync(path)) rmSync(join(path, name));
    write();
    await expect(storing).rejects.toMatchObject({ code: 'not_stored_yet' });
    expect(await copies('away')).toEqual([]);
  });

  it('counts and stores once what its disk makes wait at the end', async () => {
    const { queue, write } = await openQueue();
    await queue.append([eventRow('kept-100'), { table: 'events', json: '{"site":"demo","ts":"never"}' }]);
    const [name = ''] = readdirSync(path);
    appendFileSync(join(path, name), 'LLQ1 and then the power went');
    // A file where the folder for damaged ones has to be.
    writeFileSync(join(path, 'damaged'), '');
    const writer = write();
    await until(() => logged.some(([, details]) => details?.code === 'EEXIST'));
    rmSync(join(path, 'damaged'));
    await until(() => queue.status().backlogBytes === 0);
    expect(writer.stats()).toMatchObject({ insertedRows: 2, poisonRows: 1, damagedSegments: 1 });
  });
});
