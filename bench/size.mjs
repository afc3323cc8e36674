// `npm run size`: what a visitor downloads of the SDK, in bytes after brotli 11, beside other trackers, each taken from
// its npm package in the same run.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';

const SCRIPT = 'dist/public/leadline.js';
const MODULE = 'dist/npm/leadline.mjs';
const IS_WINDOWS = process.platform === 'win32';
/** Enough for PostHog's 9 MB; npm's own retries would keep a machine without a network waiting for minutes. */
const FETCH_MS = 60_000;
const FETCH = ['--ignore-scripts', '--prefer-offline', '--fetch-retries=0', '--loglevel=error'];
const FILE_BYTES_MAX = 10_000_000;

/** What the build makes for browsers, and its budget, which the build enforces (`rollup.config.mjs`). */
const ours = [
  { name: 'script tag', file: SCRIPT, bytesMax: 4_096 },
  { name: 'script tag, leads alone', file: 'dist/public/leadline.leads.js', bytesMax: 3_420 },
  {
    name: 'fetched where needed',
    file: newest('dist/public', /^leadline\.more\.\w+\.js$/),
    bytesMax: 2_048,
  },
  { name: 'ES module, minified', file: MODULE, bytesMax: 4_600, shipped: minified },
];

/** The file of the package that a browser loads, or what comes nearest to it. */
const others = [
  {
    name: 'Plausible',
    package: '@plausible-analytics/tracker@0.4.6',
    file: 'plausible.js',
    note: 'an ES module',
  },
  {
    name: 'Umami',
    package: 'umami@2.10.0',
    file: 'src/tracker/index.js',
    shipped: minified,
    note: 'its source, minified here; no newer one is on npm',
  },
  {
    name: 'Dub',
    package: '@dub/analytics@0.0.32',
    file: 'dist/index.js',
    shipped: minified,
    note: 'only the loader, minified here: the script that it fetches is not on npm',
    isPart: true,
  },
  {
    name: 'Snowplow lite',
    package: '@snowplow/browser-tracker@4.10.1',
    file: 'dist/index.umd.min.js',
    note: 'no plugins',
  },
  { name: 'Segment', package: '@segment/analytics-next@1.84.3', file: 'dist/umd/standalone.js' },
  { name: 'PostHog', package: 'posthog-js@1.449.2', file: 'dist/array.js' },
];

for (const file of [SCRIPT, MODULE]) {
  if (existsSync(file)) continue;
  console.error(`${file} is missing: run \`npm run build\` first.`);
  process.exit(1);
}
for (const { name, file, bytesMax, shipped } of ours) {
  if (!existsSync(file)) continue;
  const bytes = size(readFileSync(file, 'utf8'), shipped);
  const over = bytes > bytesMax ? ', over it' : '';
  line(name, bytes, '', `${file}, budget ${count(bytesMax)}${over}`);
  if (over) process.exitCode = 1;
}

const whole = size(readFileSync(SCRIPT, 'utf8'));
const folder = await mkdtemp(join(tmpdir(), 'leadline-size-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const fetched = await Promise.allSettled(others.map(packed));
const missing = others.filter((_, index) => fetched[index]?.status === 'rejected');
for (const [index, { name, package: from, file, shipped, note, isPart }] of others.entries()) {
  const code = fetched[index]?.value;
  if (code === undefined) continue;
  const bytes = size(code, shipped);
  const times = isPart ? '–' : `${(bytes / whole).toFixed(2)} ×`;
  line(name, bytes, times, `${from}/${file}${note ? `, ${note}` : ''}`);
}
if (missing.length > 0)
  console.log(`Not measured, npm could not fetch: ${missing.map((other) => other.package).join(', ')}.`);

/** A file of a package, as npm has it. */
async function packed({ package: from, file }) {
  const run = promisify(execFile);
  const options = { cwd: folder, timeout: FETCH_MS, maxBuffer: FILE_BYTES_MAX };
  const { stdout } = await run('npm', ['pack', from, '--json', ...FETCH], { ...options, shell: IS_WINDOWS });
  const [{ filename }] = JSON.parse(stdout);
  return (await run('tar', ['-xOzf', filename, `package/${file}`], options)).stdout;
}

function size(code, shipped = (code) => code) {
  return brotliCompressSync(shipped(code)).length;
}

/** As a bundler of the owner's would ship a module. */
function minified(code) {
  return transformSync(code, { minify: true, format: 'esm' }).code;
}

/** Of the names that match: older builds may have left theirs. */
function newest(in_, pattern) {
  const names = existsSync(in_) ? readdirSync(in_).filter((name) => pattern.test(name)) : [];
  const paths = names.map((name) => join(in_, name));
  return paths.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0] ?? '';
}

function count(bytes) {
  return bytes.toLocaleString('en');
}

function line(name, bytes, times, about) {
  console.log(`${name.padEnd(23)} ${count(bytes).padStart(7)} bytes ${times.padStart(8)}  ${about}`);
}
