// `npm run size`: what users load of Leadline, in bytes after brotli 11, beside other trackers, each taken from its npm
// package in the same run.
import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { build, install, requireNode } from '../collector/machine/setup.mjs';

const IS_WINDOWS = process.platform === 'win32';
/** Enough for PostHog's 9 MB; npm's own retries would keep a machine without a network waiting for minutes. */
const FETCH_MS = 60_000;
const FETCH = ['--ignore-scripts', '--prefer-offline', '--fetch-retries=0', '--loglevel=error'];
const FILE_BYTES_MAX = 10_000_000;
const LATER = '· fetched as needed';

requireNode();
await install();
await build();
const { budgets, bytesOf, moduleBytes, pageBytes, USE } = await import('./loaded.mjs');
const { transformSync } = await import('esbuild');

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

const script = readFileSync('dist/public/leadline.js', 'utf8');
const whole = bytesOf(script);
// Older builds may have left theirs: the script names its own.
const [more] = /leadline\.more\.\w+\.js/.exec(script);
const [module, dashboards] = [await moduleBytes('dist/npm/leadline.mjs'), await pageBytes('dist/public')];
ours('script tag', whole, 'dist/public/leadline.js', budgets.script);
ours(LATER, bytesOf(readFileSync(`dist/public/${more}`)), `dist/public/${more}`, budgets.more);
const leads = 'dist/public/leadline.leads.js';
ours('script tag, leads alone', bytesOf(readFileSync(leads)), leads, budgets.leads);
ours('ES module', module.atOnce, `${USE}, bundled and minified`, budgets.module);
ours(LATER, module.later, 'what it loads by import()');
ours('dashboards', dashboards.atOnce, 'the script and the style that the page names');
ours(LATER, dashboards.later, `${dashboards.laterFiles} files, of which one language comes at once`);

const folder = await mkdtemp(join(tmpdir(), 'leadline-size-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const fetched = await Promise.allSettled(others.map(packed));
const missing = others.filter((_, index) => fetched[index]?.status === 'rejected');
for (const [index, { name, package: from, file, shipped, note, isPart }] of others.entries()) {
  const code = fetched[index]?.value;
  if (code === undefined) continue;
  const bytes = bytesOf(shipped ? shipped(code) : code);
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

/** As a bundler of the owner's would ship a module. */
function minified(code) {
  return transformSync(code, { minify: true, format: 'esm' }).code;
}

/** A line about a part of Leadline; the command fails where it is over its budget. */
function ours(name, bytes, about, bytesMax = Infinity) {
  const over = bytes > bytesMax ? ', over it' : '';
  if (over) process.exitCode = 1;
  line(name, bytes, '', bytesMax < Infinity ? `${about}, budget ${count(bytesMax)}${over}` : about);
}

function count(bytes) {
  return bytes.toLocaleString('en');
}

function line(name, bytes, times, about) {
  console.log(`${name.padEnd(23)} ${count(bytes).padStart(7)} bytes ${times.padStart(8)}  ${about}`);
}
