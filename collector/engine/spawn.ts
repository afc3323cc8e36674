import { type ChildProcess, fork } from 'node:child_process';
import { EngineError } from './errors.js';
import { LIBUV_THREADS } from './lanes.js';
import type { ChildMessage, ChildOptions, ParentMessage } from './protocol.js';

const STDERR_LINES_KEPT = 20;

/** Opening takes 0.3 s, and more with thousands of parts; the lock is waited for 3 s. */
const START_MS_MAX = 120_000;

/** A child that answers queries. */
export interface EngineProcess {
  readonly pid: number | undefined;
  readonly port: number;
  send(message: ParentMessage): void;
  kill(): void;
  onMessage(listener: (message: ChildMessage) => void): void;
  /** Resolves with what became of it, in words. */
  readonly exited: Promise<string>;
}

/**
 * Starts a child and waits until it is ready.
 * @throws EngineError
 */
export async function startProcess(
  entry: string,
  options: ChildOptions,
  log: (line: string) => void,
): Promise<EngineProcess> {
  // The child gets no other variable, so that no cloud credential of the collector is within reach of SQL. In UTC,
  // because chdb takes its default time zone from TZ.
  const child = fork(entry, [], {
    env: { UV_THREADPOOL_SIZE: String(LIBUV_THREADS), TZ: 'UTC' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stderr: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
      stderr.push(line);
      if (stderr.length > STDERR_LINES_KEPT) stderr.shift();
      log(line);
    }
  });
  const exited = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
  });
  // Writing to a child that has just died fails twice: in the callback and as an event. `exited` tells all of it.
  const send = (message: ParentMessage) => {
    if (child.connected) child.send(message, () => {});
  };
  send({ type: 'start', options });
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS_MAX);
  const answer = await Promise.race([firstAnswer(child), exited]);
  clearTimeout(timer);
  if (typeof answer !== 'string' && answer.type === 'ready') {
    return {
      pid: child.pid,
      port: answer.port,
      send,
      kill: () => child.kill('SIGKILL'),
      onMessage: (listener) => child.on('message', listener),
      exited,
    };
  }
  child.kill('SIGKILL');
  await exited;
  throw failure(answer, stderr, options.dataDir);
}

const firstAnswer = (child: ChildProcess) =>
  new Promise<ChildMessage>((resolve) =>
    child.once('message', (message) => resolve(message as ChildMessage)),
  );

/** chdb says why a folder could not be opened only on its standard error. */
function failure(answer: ChildMessage | string, stderr: string[], dataDir: string): EngineError {
  if (stderr.some((line) => line.includes('Cannot lock file')))
    return new EngineError(
      'engine_locked',
      `The data folder ${dataDir} is in use by another process: stop the other collector, or choose another folder with LEADLINE_DATA.`,
    );
  if (typeof answer !== 'string' && answer.type === 'failed') {
    const detail = answer.code === 'engine_failed' ? stderr.at(-1) : undefined;
    return new EngineError(answer.code, detail ? `${answer.message} ${detail}` : answer.message);
  }
  const reason = stderr.at(-1) ?? String(answer);
  return new EngineError('engine_failed', `The embedded ClickHouse engine did not start: ${reason}.`);
}
