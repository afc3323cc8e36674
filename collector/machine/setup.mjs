// What `npm start` and `npm test` do first on any machine: the right Node, the packages, the build. It runs before
// anything is installed, so it uses Node alone.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const SOURCES = [
  'sdk',
  'collector',
  'dashboards',
  'schemas',
  'examples/plain-html',
  'rollup.config.mjs',
  'bench/loaded.mjs',
  'package-lock.json',
];
const NODE_MIN = [20, 19];
/** What npm itself writes last, with all that it has installed. */
const INSTALLED = 'node_modules/.package-lock.json';

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  fail(
    `Leadline needs Node ${NODE_MIN.join('.')} or newer, this is ${process.versions.node}: install a newer one from nodejs.org.`,
  );
}

/**
 * Installs the packages of the lockfile, where they are missing or older than it: what building and running need
 * (`dependencies`), and with `tools` what testing, linting and checking types need as well (`devDependencies`). Tools
 * that are here stay.
 */
export async function install({ tools = false } = {}) {
  if (modified(INSTALLED) < modified('package-lock.json')) {
    await npm('Installing packages', ['ci', tools || hasTools() ? '--include=dev' : '--omit=dev']);
  } else if (tools && !hasTools()) {
    // Unlike `ci` it takes nothing away meanwhile: a Leadline may be running from this folder.
    await npm('Installing tools', ['install', '--no-save', '--include=dev']);
  }
}

/** Of tools npm installs all or none, and marks them. */
function hasTools() {
  const path = join(root, INSTALLED);
  if (!existsSync(path)) return false;
  return Object.values(JSON.parse(readFileSync(path, 'utf8')).packages).some(({ dev }) => dev);
}

/** No package here needs its install script, so none is run. */
function npm(title, args) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return step(title, process.platform === 'win32' ? 'npm.cmd' : 'npm', [...args, ...options]);
}

/** Builds `dist/`, where it is missing or older than its sources. */
export async function build() {
  if (modified('dist/.built') > Math.max(...SOURCES.map(newest))) return;
  const startedAt = new Date();
  await step('Building', process.execPath, [
    'node_modules/rollup/dist/bin/rollup',
    '--config',
    'rollup.config.mjs',
    '--silent',
  ]);
  writeFileSync(join(root, 'dist/.built'), startedAt.toISOString());
}

export function fail(message) {
  console.error(`leadline: ${message}`);
  process.exit(1);
}

/** Runs a command out of sight, with a dot a second to show that it is alive; if it fails, its output is shown. */
export async function step(title, command, args, options = {}) {
  if (!(await attempt(title, command, args, options)))
    fail(`${title} failed: mend what is said above and run the command again.`);
}

/** Like `step`, for what may fail. */
export function attempt(title, command, args, options = {}) {
  return new Promise((resolve) => {
    process.stdout.write(`${title} .`);
    const ticking = setInterval(() => process.stdout.write('.'), 1_000);
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      clearInterval(ticking);
      process.stdout.write(code === 0 ? ' done\n' : ' failed\n');
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

/** When a file was last changed, in milliseconds; 0 where it is missing. */
function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When anything below a path was last changed. */
function newest(path) {
  const entries = statSync(join(root, path)).isDirectory() ? readdirSync(join(root, path)) : [];
  return Math.max(modified(path), ...entries.map((entry) => newest(join(path, entry))));
}
