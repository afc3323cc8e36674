import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Benchmark {
  name: string;
  about: string;
  load: () => Promise<{ bench: unknown }>;
}

const path = '../bench/benchmarks.mjs';
const { benchmarks } = (await import(path)) as { benchmarks: Benchmark[] };

/** The benchmarks alone: no packages, no collector, no build. What runs here needs none of them and starts nothing. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadline-bench-'));
  cpSync('bench', join(folder, 'bench'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['bench/run.mjs', ...args], { cwd: folder, encoding: 'utf8' });

describe('npm run bench', () => {
  it.each(['--help', '-h'])('%s lists every benchmark with a line about it, and starts nothing', (help) => {
    const { status, stdout, stderr } = run(help);
    expect([status, stderr]).toEqual([0, '']);
    for (const { name, about } of benchmarks) {
      expect(stdout.split('\n').filter((line) => line.includes(about))).toEqual([
        expect.stringMatching(`^  ${name} `),
      ]);
    }
    expect(readdirSync(folder)).toEqual(['bench']);
  });

  it.each([
    [['ingst'], /there is no benchmark "ingst": choose from waits, ingest, /],
    [['ingest', 'toString'], /there is no benchmark "toString"/],
    [['--minuts=1'], /Unknown option '--minuts'; --help says what there is/],
    [['memory', '--minutes=a'], /--minutes is "a": give a number/],
    [['submissions', '--count=1.5'], /--count is "1.5": give a whole number/],
  ])('%j is refused with one line before anything starts', (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  // They load Playwright, the engine's client and the whole pipeline.
  it('has a different name for each, and a module that measures', { timeout: 60_000 }, async () => {
    expect(new Set(benchmarks.map(({ name }) => name)).size).toBe(benchmarks.length);
    for (const { load } of benchmarks) expect((await load()).bench).toBeInstanceOf(Function);
  });
});
