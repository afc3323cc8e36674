import { totalmem } from 'node:os';
import { EngineError } from './errors.js';
import { thisPlatform, unsupported } from './platform.js';
import { type EngineProcess, startProcess } from './spawn.js';

export { EngineError };

const GIB = 2 ** 30;

/** The first restart is immediate; while starting keeps failing, the pauses grow. */
const RESTART_PAUSES_MS = [0, 250, 500, 1000, 2000, 4000];
/** A child that lived this long had a good start: its death counts as the first. */
const STEADY_MS = 10_000;

/** The child's main thread never runs a query, so a silence of this length means that it hangs. */
const SILENCE_MS_MAX = 20_000;
const PINGS_PER_SILENCE = 10;

/** More than the child itself waits for running inserts. */
const STOP_MS_MAX = 15_000;

export interface EngineOptions {
  /** Path of the built child program, `dist/engine.js`. */
  entry: string;
  /** Absolute folder for the data; created if missing. */
  dataDir: string;
  /** Of the user `leadline`, who may do everything. */
  writerPassword: string;
  /** Of the user `reader`, who may only read. */
  readerPassword: string;
  /** Default: a free one, kept across restarts. */
  port?: number;
  /** Default: half of the machine's memory, at most 4 GiB. */
  memoryBytesMax?: number;
  /** How long the child may not answer before it is replaced. Default: 20 s. */
  silenceMsMax?: number;
  /** How long a client may hang in the middle of a request or an answer. Default: 10 s for headers, else 30 s. */
  silentClientMsMax?: number;
  log?: (level: 'info' | 'warn' | 'error', message: string) => void;
}

export interface Engine {
  /** `http://127.0.0.1:<port>`, the same through all restarts. */
  readonly url: string;
  /** Of the living child; undefined between two. */
  readonly pid: number | undefined;
  /** How often a child was replaced, and when the last time, in milliseconds. */
  readonly restarts: { readonly count: number; readonly lastAt: number | undefined };
  /** Lets running inserts finish (at most 10 s), then ends the child. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded ClickHouse and keeps it running: a child that dies or hangs is replaced, at the same address.
 * Resolves once queries are answered.
 *
 * @throws EngineError with a sentence for the user
 * @example
 * const engine = await startEngine({ entry: 'dist/engine.js', dataDir: '/var/lib/leadline/clickhouse',
 *   writerPassword, readerPassword });
 * const client = createClient({ url: engine.url, username: 'leadline', password: writerPassword });
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const reason = unsupported(thisPlatform());
  if (reason) throw new EngineError('engine_platform', reason);
  const log = options.log ?? (() => {});
  const memoryBytesMax = options.memoryBytesMax ?? Math.min(4 * GIB, Math.floor(totalmem() / 2));
  let port = options.port ?? 0;
  let living: EngineProcess | undefined;
  let stopping = false;
  let deaths = 0;
  let wake = () => {};
  let restarts: Engine['restarts'] = { count: 0, lastAt: undefined };

  const start = async () => {
    const { dataDir, writerPassword, readerPassword, silentClientMsMax } = options;
    const child = { dataDir, writerPassword, readerPassword, port, memoryBytesMax, silentClientMsMax };
    const started = await startProcess(options.entry, child, (line) => log('warn', `ClickHouse: ${line}`));
    port = started.port;
    living = started;
    if (stopping) started.kill();
    return started;
  };

  async function supervise(first: EngineProcess) {
    for (let child: EngineProcess | undefined = first; child; child = await restart()) {
      const since = performance.now();
      const stopWatching = watch(child);
      const end = await child.exited;
      stopWatching();
      living = undefined;
      if (stopping) return;
      if (performance.now() - since > STEADY_MS) deaths = 0;
      log('error', `The embedded ClickHouse engine ended (${end}), starting it again.`);
    }
  }

  async function restart(): Promise<EngineProcess | undefined> {
    while (!stopping) {
      await pause(RESTART_PAUSES_MS[Math.min(deaths, RESTART_PAUSES_MS.length - 1)] ?? 0);
      deaths += 1;
      if (stopping) return undefined;
      try {
        const child = await start();
        restarts = { count: restarts.count + 1, lastAt: Date.now() };
        log('info', 'The embedded ClickHouse engine is back.');
        return child;
      } catch (error) {
        log('error', (error as Error).message);
      }
    }
    return undefined;
  }

  function pause(ms: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function watch(child: EngineProcess): () => void {
    const silenceMsMax = options.silenceMsMax ?? SILENCE_MS_MAX;
    const intervalMs = silenceMsMax / PINGS_PER_SILENCE;
    let heard = performance.now();
    child.onMessage(() => {
      heard = performance.now();
    });
    let asked = heard;
    const timer = setInterval(() => {
      const now = performance.now();
      // A gap in our own ticks (a suspended laptop, a busy collector) is not the child's silence.
      if (now - asked > 2 * intervalMs) heard = now;
      asked = now;
      if (now - heard > silenceMsMax) {
        log('error', 'The embedded ClickHouse engine does not answer any more, killing it.');
        child.kill();
      } else child.send({ type: 'ping' });
    }, intervalMs);
    return () => clearInterval(timer);
  }

  const supervision = supervise(await start());
  return {
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return living?.pid;
    },
    get restarts() {
      return restarts;
    },
    async stop() {
      stopping = true;
      wake();
      const child = living;
      child?.send({ type: 'stop' });
      const timer = setTimeout(() => child?.kill(), STOP_MS_MAX);
      await supervision;
      clearTimeout(timer);
    },
  };
}
