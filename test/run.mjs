// `npm test`: installs what is missing (browsers included, where that is possible), builds, runs every test and ends
// with one line, `N passed, N failed, N skipped`. Arguments go to vitest: `npm test -- --project unit`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { attempt, build, fail, install, requireNode, root } from '../collector/machine/setup.mjs';

requireNode();
await install({ tools: true });
await installBrowsers();
await build();

const folder = mkdtempSync(join(tmpdir(), 'leadline-test-'));
const report = join(folder, 'report.json');
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { status } = spawnSync(process.execPath, [...vitest, ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
if (!existsSync(report)) fail('The test runner ended without a report: see above.');
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(report, 'utf8'),
);
rmSync(folder, { recursive: true, force: true });
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`);
process.exitCode = status ?? 1;

/**
 * The browsers of all engines: as root Debian's packages, and where Chromium is no package Playwright's own download.
 * Without Chromium nothing can be tested; the other engines may be missing on the machine of somebody who works on the
 * script, not where a change is judged.
 */
async function installBrowsers() {
  const { engines, missingEngines } = await import('./browser/engines/installed.mjs');
  const packages = missingEngines().flatMap((name) => engines[name].packages);
  if (packages.length && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await attempt('Looking for packages of browsers', 'apt-get', ['update', '-q'], { env });
    const args = ['install', '-qy', '--no-install-recommends', ...packages];
    await attempt(`Installing ${packages.join(', ')}`, 'apt-get', args, { env });
  }
  if (missingEngines().includes('Chromium')) {
    const cli = 'node_modules/playwright-core/cli.js';
    await attempt('Downloading Chromium', process.execPath, [cli, 'install', 'chromium']);
  }
  const missing = missingEngines();
  if (missing.includes('Chromium'))
    fail('The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is.');
  if (missing.length === 0) return;
  const needed = missing.flatMap((name) => engines[name].packages).join(', ');
  const leftOut = `The script is not tested in ${missing.join(' and ')}: on Debian install ${needed}.`;
  if (process.env.CI) fail(leftOut);
  console.log(`leadline: ${leftOut}`);
}
