import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A clone with nothing but what installing looks at, and an npm that only notes what it is asked for. */
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'leadline-setup-'));
  for (const folder of ['collector/machine', 'node_modules', 'bin']) {
    mkdirSync(join(clone, folder), { recursive: true });
  }
  cpSync('collector/machine/setup.mjs', join(clone, 'collector/machine/setup.mjs'));
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  writeFileSync(join(clone, 'asked'), '');
  writeFileSync(join(clone, 'bin/npm'), `#!/bin/sh\necho "$1 $2 $3" >> '${clone}/asked'\n`, { mode: 0o755 });
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const production = { hono: {} };
const everything = { hono: {}, vitest: { dev: true } };

/** As npm leaves it behind, so many seconds after the lockfile was written. */
function installed(packages: object, seconds: number) {
  const path = join(clone, 'node_modules/.package-lock.json');
  writeFileSync(path, JSON.stringify({ packages }));
  const at = Date.now() / 1_000 + seconds;
  utimesSync(path, at, at);
}

/** What npm is asked for by `install()`. */
function asked(options: { tools?: boolean } = {}): string {
  const setup = JSON.stringify(pathToFileURL(join(clone, 'collector/machine/setup.mjs')));
  const code = `const { install } = await import(${setup}); await install(${JSON.stringify(options)});`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { PATH: [join(clone, 'bin'), process.env.PATH].join(delimiter) },
    encoding: 'utf8',
  });
  return stderr + readFileSync(join(clone, 'asked'), 'utf8').trim();
}

describe.skipIf(process.platform === 'win32')('install', () => {
  it('leaves the tools out where nobody wants them', () => {
    expect(asked()).toBe('ci --omit=dev --ignore-scripts');
  });

  it('installs everything where they are wanted', () => {
    expect(asked({ tools: true })).toBe('ci --include=dev --ignore-scripts');
  });

  it('adds them to what a start has installed, and takes nothing away meanwhile', () => {
    installed(production, 10);
    expect(asked()).toBe('');
    expect(asked({ tools: true })).toBe('install --no-save --include=dev');
  });

  it('leaves alone what is complete', () => {
    installed(everything, 10);
    expect([asked(), asked({ tools: true })]).toEqual(['', '']);
  });

  it('keeps the tools when a start installs what a newer lockfile has', () => {
    installed(everything, -10);
    expect(asked()).toBe('ci --include=dev --ignore-scripts');
  });

  it('keeps them out when it has none', () => {
    installed(production, -10);
    expect(asked()).toBe('ci --omit=dev --ignore-scripts');
  });
});
