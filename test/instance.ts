import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/node.js', import.meta.url));

export interface Instance {
  url: string;
  adminKey: string;
  dataDir: string;
  child: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** `GET` with the admin key. */
  get<Answer>(path: string): Promise<Answer>;
  /** Ends it as Ctrl-C would, and removes a data folder that was made for it. */
  stop(): Promise<void>;
  /** Ends it as the machine would: at once. */
  kill(): Promise<void>;
}

export interface Start extends How {
  dataDir?: string;
  env?: Record<string, string>;
}

/** In what circumstances the program runs. */
interface How {
  /** Of the shell's `ulimit`: `-n 300`. */
  ulimit?: string;
  /** A module that is loaded before it. */
  preload?: string;
  /** Whether somebody sits at a terminal. */
  terminal?: boolean;
}

export const adminKey = 'test-admin-key';

/** The real collector from `dist/`, on a port that the system chooses, with a data folder of its own. */
export async function startInstance({ dataDir, env = {}, ...how }: Start = {}): Promise<Instance> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'leadline-')));
  const own = { LEADLINE_DATA: folder, LEADLINE_ADMIN_KEY: adminKey, LEADLINE_PORT: '0' };
  const child = run({ ...own, ...env }, how);
  const lines: string[] = [];
  const url = await addressOf(child, lines);
  const exited = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    url,
    adminKey,
    dataDir: folder,
    child,
    output: () => lines.join('\n'),
    async get<Answer>(path: string) {
      const response = await fetch(url + path, { headers: { Authorization: `Bearer ${adminKey}` } });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    async stop() {
      await end('SIGTERM');
      if (!dataDir) await rm(folder, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

/** Runs the program as far as it comes: for starts that are meant to fail. */
export async function runToEnd(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = run(env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

function run(env: Record<string, string>, { ulimit, preload, terminal }: How = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const node = [process.execPath, ...(preload ? ['--import', preload] : []), program];
  const limited = ulimit ? ['bash', '-c', `ulimit ${ulimit}; exec "$@"`, 'sh', ...node] : node;
  // `script` runs it in a terminal of its own and passes on what it prints.
  const inTerminal =
    process.platform === 'darwin'
      ? ['script', '-q', '/dev/null', ...limited]
      : ['script', '-qec', limited.map((word) => `'${word}'`).join(' '), '/dev/null'];
  const [command = '', ...args] = terminal ? inTerminal : limited;
  return spawn(command, args, {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The address that a starting program prints; `lines` goes on collecting what it says. */
function addressOf(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        // The last line of the greeting, so that all of it is there.
        if (/^ {2}ClickHouse /.test(line))
          resolve(/Dashboards\s+(http\S+)\//.exec(lines.join('\n'))?.[1] ?? '');
      });
    }
    child.once('exit', (code) => reject(new Error(`the collector ended with ${code}:\n${lines.join('\n')}`)));
  });
}

/** Asks until the answer will do: for what another process does in its own time. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isEnough: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isEnough(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
