import { defineConfig } from 'vitest/config';

const unit = ['{schemas,sdk,collector,dashboards}/**/*.test.{ts,tsx}'];
const engine = [
  '{collector,schemas}/**/*.engine.test.ts',
  'test/{node,faults}/**/*.test.ts',
  'test/collector/node.test.ts',
];

/** A test of the real parts may take ten seconds on a quiet machine, and machines are busy. */
const REAL_MS = 180_000;

/** `unit` needs nothing; `engine`, `worker` and `browser` run the real parts over the files in `dist/`. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          root: '.',
          include: [...unit, 'test/*.test.ts'],
          exclude: engine,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'engine',
          root: '.',
          include: engine,
          testTimeout: REAL_MS,
          hookTimeout: REAL_MS,
        },
      },
      {
        test: {
          name: 'worker',
          root: '.',
          include: ['test/worker/**/*.test.ts', 'test/collector/worker.test.ts'],
          testTimeout: REAL_MS,
          hookTimeout: REAL_MS,
        },
      },
      {
        test: {
          name: 'browser',
          root: '.',
          include: ['test/browser/**/*.test.ts', 'examples/**/*.test.ts'],
          testTimeout: REAL_MS,
          hookTimeout: REAL_MS,
        },
      },
    ],
  },
});
