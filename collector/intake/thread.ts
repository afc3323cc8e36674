// The reading thread: batches are parsed, validated and enriched here, so that the main thread has the sockets to itself.
import { parentPort, workerData } from 'node:worker_threads';
import { encode } from '../queue/segment.js';
import type { SiteRecord } from '../records/sites.js';
import type { ReadReply, ReadRequest, ThreadData, ThreadRequest } from './protocol.js';
import { type Instance, type Reading, readBatch } from './read.js';

const { secret, ownOrigins, sites } = workerData as ThreadData;
let known = byId(sites);
const instance: Instance = { secret, ownOrigins, site: (id) => known.get(id) };

parentPort?.on('message', (request: ThreadRequest) => {
  if (request.type === 'sites') {
    known = byId(request.sites);
    return;
  }
  const reply = readAll(request);
  parentPort?.postMessage(reply, [reply.frames.buffer]);
});

function byId(list: readonly SiteRecord[]): Map<string, SiteRecord> {
  return new Map(list.map((site) => [site.id, site]));
}

function readAll({ bodies, ends, senders, receivedAt }: ReadRequest): ReadReply {
  const readings: Reading<undefined>[] = [];
  const frames: Buffer[] = [];
  const frameEnds: number[] = [];
  let [from, bytes] = [0, 0];
  for (const [index, end] of ends.entries()) {
    const sender = senders[index];
    if (!sender) throw new Error('a batch came without its sender');
    const reading = readBatch(bodies.subarray(from, end), sender, receivedAt, instance);
    from = end;
    if ('rows' in reading) {
      const frame = encode(reading.rows);
      frames.push(frame);
      bytes += frame.length;
      readings.push({ ...reading, rows: undefined });
    } else readings.push(reading);
    frameEnds.push(bytes);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const frame of frames) {
    whole.set(frame, at);
    at += frame.length;
  }
  return { readings, frames: whole, ends: frameEnds };
}
