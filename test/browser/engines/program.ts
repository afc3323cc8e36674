import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

/** A program that runs beside a test, with all that it starts itself. */
export interface Program {
  process: ChildProcess;
  /** Ends it, and what it has started. */
  end(): Promise<void>;
}

export function startProgram(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(command, args, {
    // A group of its own can be ended as a whole.
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  const kill = () => {
    try {
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // It was never there, or has gone.
    }
  };
  // Also when the tests are broken off.
  process.once('exit', kill);
  child.once('error', () => {});
  return {
    process: child,
    async end() {
      process.off('exit', kill);
      const isRunning = child.pid && child.exitCode === null && child.signalCode === null;
      const gone = isRunning && once(child, 'exit');
      kill();
      await gone;
    },
  };
}
