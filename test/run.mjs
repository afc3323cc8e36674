// `npm test`: installs what is missing (a browser included, where that is possible), builds, runs every test and ends
// with one line, `N passed, N failed, N skipped`. Arguments go to vitest: `npm test -- --project unit`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { attempt, build, fail, install, requireNode, root } from '../collector/machine/setup.mjs';

requireNode();
await install({ tools: true });
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
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await attempt('Looking for Chromium packages', 'apt-get', ['update', '-q'], { env });
    const args = ['install', '-qy', '--no-install-recommends', 'chromium'];
    if (await attempt('Installing Chromium', 'apt-get', args, { env })) return;
  }
  const cli = 'node_modules/playwright-core/cli.js';
  await attempt('Downloading Chromium', process.execPath, [cli, 'install', 'chromium']);
  if (!findChromium())
    fail('The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is.');
}
