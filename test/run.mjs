// `npm test`: installs what is missing (a browser included, where that is possible), builds, runs every test and ends
// with one line, `N passed, N failed, N skipped`. Arguments go to vitest: `npm test -- --project unit`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build, fail, install, requireNode, root, step } from '../collector/setup.mjs';

requireNode();
await install();
await installBrowser();
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

/** Debian's Chromium as root, else Playwright's own download. */
async function installBrowser() {
  const { findChromium } = await import('./browser/find_chromium.mjs');
  if (findChromium()) return;
  const canApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canApt) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await step('Looking for Chromium packages', 'apt-get', ['update', '-q'], { env });
    await step('Installing Chromium', 'apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], {
      env,
    });
  } else {
    await step('Downloading Chromium', process.execPath, [
      'node_modules/playwright-core/cli.js',
      'install',
      'chromium',
    ]);
  }
  if (!findChromium())
    fail('The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is.');
}
