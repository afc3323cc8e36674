// A load tool for keep-alive HTTP/1.1 on loopback: prepared bytes out, statuses in. It spends a fraction of what a
// general one does, which matters where it shares the machine with what it measures.
import { once } from 'node:events';
import { connect } from 'node:net';

/** Enough that others are worked on while some wait for the disk. */
const CONNECTIONS = 256;
/** How long the answers under way at the end are waited for. */
const REST_MS = 5_000;

/**
 * Sends `requests` in turn for a time: on each connection as soon as the one before is answered, or, with `rate`, so
 * many a second whatever the answers do, until the time is over or `requestsMax` are sent. A request that finds no free connection waits, and its wait counts.
 *
 * @returns answers per second, and their latencies in milliseconds
 * @throws Error at the first answer that is neither 2xx nor 3xx
 */
export async function load(
  url,
  requests,
  { seconds, rate = Infinity, connections = CONNECTIONS, requestsMax = Infinity },
) {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: connections }, () => connect({ host: hostname, port, noDelay: true }));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));

  const latencies = [];
  const free = [...sockets];
  let [sent, isOver, failure] = [0, false, undefined];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  const due = () => startedAt + (sent / rate) * 1_000;

  const send = (socket, since) => {
    socket.since = since;
    socket.write(requests[sent % requests.length]);
    sent += 1;
  };
  const answered = (socket, status, now) => {
    if (status < 200 || status > 399) failure ??= new Error(`${url} answered ${status}`);
    if (now < endsAt) latencies.push(now - socket.since);
    if (now >= endsAt || sent >= requestsMax || failure) free.push(socket);
    else if (due() <= now) send(socket, rate === Infinity ? now : due());
    else free.push(socket);
  };
  for (const socket of sockets) {
    const read = reader((status) => answered(socket, status, performance.now()));
    socket.on('data', read);
    socket.on('error', (error) => (failure ??= error));
  }

  // A connection that was free when a request fell due is this loop's own delay, not the server's.
  const tick = () => {
    const now = performance.now();
    while (now < endsAt && sent < requestsMax && free.length > 0 && due() <= now) send(free.pop(), now);
    isOver = now >= endsAt || sent >= requestsMax;
  };
  while (!isOver && !failure) {
    tick();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const giveUpAt = performance.now() + REST_MS;
  while (free.length < connections && !failure && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  for (const socket of sockets) socket.destroy();
  if (failure) throw failure;
  return { perSecond: latencies.length / seconds, latencies };
}

/** Calls back with the status of each answer once all of it is there; one is under way at a time. */
function reader(onAnswer) {
  let held = '';
  return (chunk) => {
    held = held ? held + chunk.toString('latin1') : chunk.toString('latin1');
    const headEnd = held.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = held.slice(0, headEnd).toLowerCase();
    const length = /\ncontent-length: (\d+)/.exec(head)?.[1];
    const isWhole =
      length === undefined ? held.endsWith('\r\n0\r\n\r\n') : held.length >= headEnd + 4 + Number(length);
    if (!isWhole) return;
    held = '';
    onAnswer(Number(head.slice(9, 12)));
  };
}

export const median = (numbers) => percentile(numbers, 0.5);

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
