import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Instance, type Start, startInstance } from '../instance.js';

export interface Restarts {
  /** The data folder of the present test. */
  readonly dataDir: string;
  /** Starts a collector on that folder; whatever still runs at the end of the test is killed. */
  start(how?: Omit<Start, 'dataDir'>): Promise<Instance>;
  /** Called after the test; what came last is undone first. */
  cleanUp(undo: () => unknown): void;
}

/** For tests that start the collector over and over on the same data: a fresh folder for each test. */
export function restarts(): Restarts {
  let dataDir = '';
  const undoing: (() => unknown)[] = [];
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'leadline-restarts-'));
    undoing.push(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 }));
  });
  afterEach(async () => {
    for (const undo of undoing.splice(0).reverse()) await undo();
  });
  return {
    get dataDir() {
      return dataDir;
    },
    async start(how = {}) {
      const instance = await startInstance({ dataDir, ...how });
      const { child } = instance;
      undoing.push(() => child.exitCode ?? child.signalCode ?? instance.kill());
      return instance;
    },
    cleanUp: (undo) => void undoing.push(undo),
  };
}
