// One build for every part. `npm run build` writes:
//   dist/public/  what browsers fetch: the script, the dashboards, the demo site
//   dist/npm/     the SDK as an ES module
//   dist/node.js with its threads and processes intake.js and engine.js, dist/worker.js   the collector
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import { build as buildCss, transform as transformCss } from 'esbuild';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { minify as terser } from 'terser';
import { budgets, bytesOf, moduleBytes } from './bench/loaded.mjs';
import { keptPasswords } from './collector/access/common_passwords_kept.mjs';
import { writeNetworks } from './collector/location/networks_file.mjs';

const production = { minify: false, define: { 'process.env.NODE_ENV': '"production"' } };

/** The collector reads the lists of packages that keep them as JSON. */
const json = () => ({
  name: 'json',
  transform(code, id) {
    if (!id.endsWith('.json')) return undefined;
    return { code: `export default ${jsonValue(code, id)}`, map: null };
  },
});

/** Of the common passwords what is needed: 49 KB of 487. */
function jsonValue(code, id) {
  if (id.endsWith('/passwords.json')) return textOf(keptPasswords(JSON.parse(code)));
  return id.endsWith('/disposable_email_blocklist.json') ? textOf(JSON.parse(code)) : code;
}

/** A list as one text: the common passwords are read in 2 ms where a list of them takes 8. */
const textOf = (list) => `${JSON.stringify(list.join(' '))}.split(' ')`;

/** Fails the build when something outgrows its byte budget (brotli 11: what a browser downloads). */
function keepTo(context, name, bytes, bytesMax) {
  if (bytes > bytesMax) context.error(`${name} is ${bytes} bytes brotli, over its budget of ${bytesMax}`);
  context.info(`${name}: ${bytes} of ${bytesMax} bytes brotli`);
}

/** Of a script, which is one file. */
const scriptBudget = (bytesMax) => ({
  name: 'script-budget',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      // Rollup ends files with a line feed.
      file.code = file.code.trim();
      keepTo(this, file.fileName, bytesOf(file.code), bytesMax);
    }
  },
});

/** Of the ES module, which owners bundle: its files alone do not tell what comes with an import of it. */
const moduleBudget = (bytesMax) => ({
  name: 'module-budget',
  async writeBundle({ dir, entryFileNames }) {
    const { atOnce } = await moduleBytes(join(dir, entryFileNames));
    keepTo(this, `${entryFileNames}, bundled,`, atOnce, bytesMax);
  },
});

/**
 * Minifies a script for its size after brotli: `let` alone in place of `const`, twice through terser, and with the letters
 * for its identifiers that compress best (worth about 1 %).
 */
const smallest = ({ module = false } = {}) => ({
  name: 'smallest',
  async renderChunk(code) {
    const compress = {
      passes: 4,
      toplevel: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      unsafe_comps: true,
      pure_getters: true,
      // What is written alike compresses better than what is short.
      booleans: false,
      conditionals: false,
    };
    const shrink = async (code, options) =>
      (
        await terser(code, {
          ecma: 2018,
          module,
          compress,
          format: { preserve_annotations: module },
          ...options,
        })
      ).code;
    const lets = (code) => code.replace(/\bconst\b/g, 'let');
    const short = await shrink(lets(await shrink(lets(withShortHooks(code)))));
    // What bundles a module hands out identifiers of its own.
    if (module) return short;
    const nth_identifier = { get: (n) => `ǀ${n}ǀ`, consider() {}, reset() {}, sort() {} };
    const numbered = await shrink(short, { compress: false, mangle: { nth_identifier } });
    return withBestLetters(`${THROUGH_WINDOW}${numbered}`.split(/ǀ(\d+)ǀ/));
  },
});

/** What main script and second file share is theirs alone: each member of `hooks` is one letter, the same in both. */
function withShortHooks(code) {
  const names = [...readFileSync('sdk/hooks.ts', 'utf8').matchAll(/^ {2}(\w+)\??:/gm)];
  return names.reduce(
    (short, [, name], i) => short.replace(RegExp(`\\b(hooks\\.)${name}\\b`, 'g'), `$1${'etnirolsacdufm'[i]}`),
    code,
  );
}

/**
 * Gives a script the identifiers that compress best: two letters change places wherever that makes it no larger, in an
 * order that is the same in each build (Park and Miller's generator).
 *
 * @param parts the script; at odd places the numbers of its identifiers
 */
function withBestLetters(parts) {
  let seed = 7;
  const random = (max) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % max;
  };
  let letters = [...'etnirolsacdufmpghvbyxkwSTLjqACDEMORzPIHUNZF_VJXBKQWGY$'];
  const used = new Set(parts.filter((_, i) => i % 2));
  let best;
  for (let n = 0; n < LETTER_SWAPS; n++) {
    const others = [...letters];
    const from = random(Math.min(used.size, letters.length));
    const to = best ? random(letters.length) : from;
    [others[from], others[to]] = [letters[to], letters[from]];
    const code = parts.map((part, i) => (i % 2 ? identifier(others, Number(part)) : part)).join('');
    const bytes = brotliCompressSync(code).length;
    if (!best || bytes <= best.bytes) {
      best = { code, bytes };
      letters = others;
    }
  }
  return best.code;
}

/** Of more, each hundred is worth a byte. */
const LETTER_SWAPS = 700;
/** Of more than one letter as well. */
const RESERVED = /^(as|do|if|in|of)$/;

/** The one with this number. */
function identifier(letters, n) {
  let name = '';
  for (let rest = n + 1; rest > 0; rest = Math.floor(rest / letters.length))
    name += letters[--rest % letters.length];
  return RESERVED.test(name) ? `${name}$` : name;
}

/**
 * A page's own `let performance` or `const URL` in any of its scripts hides the browser's from all the others, but not from
 * `window`. Names that a script does not have itself are looked up there; `window` cannot be hidden.
 */
const THROUGH_WINDOW = 'with(window)';

/** Of a content: for names that never change theirs, and for the browser's check (SRI). */
const hashOf = (code) => createHash('sha256').update(code).digest('hex').slice(0, 12);
const integrityOf = (code) => `sha384-${createHash('sha384').update(code).digest('base64')}`;

/** Names of the files that are loaded later and of the pinned scripts, by entry: the main script and the dashboards need them. */
const hashed = {};

/** Puts the name of the file that a script loads, which has a hash of its content, into the script. */
const naming = (word, input) => ({
  name: 'naming',
  renderChunk: (code) => code.replace(word, JSON.stringify(hashed[input].file)),
});

/** Names the file by its content as well, for SRI and long caching, or only so. */
const immutable = (input, { alone = false } = {}) => ({
  name: 'immutable',
  generateBundle(_options, bundle) {
    for (const [key, file] of Object.entries(bundle)) {
      const name = file.fileName.replace('.js', `.${hashOf(file.code)}.js`);
      hashed[input] = { file: name, integrity: integrityOf(file.code) };
      if (alone) {
        delete bundle[key];
      }
      this.emitFile({ type: 'asset', fileName: name, source: file.code });
    }
  },
});

/** What pins the script: its name, and the hash that browsers check. The dashboards print both. */
const pin = () => ({
  name: 'pin',
  generateBundle() {
    const { file, integrity } = hashed['sdk/browser.ts'];
    this.emitFile({
      type: 'asset',
      fileName: 'leadline.json',
      source: `${JSON.stringify({ file, integrity })}\n`,
    });
  },
});

/**
 * Styles that a page of the dashboards imports come with its script, as a sheet that the page's own rules (CSP) let in and
 * that needs no request of its own.
 */
const sheets = () => ({
  name: 'sheets',
  async transform(source, id) {
    if (!id.endsWith('.css')) return undefined;
    const { code } = await transformCss(source, { loader: 'css', minify: true });
    return {
      code: `const sheet = new CSSStyleSheet();
sheet.replaceSync(${JSON.stringify(code.trim())});
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];`,
      map: null,
      moduleSideEffects: true,
    };
  },
});

/** Emits the dashboards' page with the hashed names of its script and style sheet. */
const page = () => ({
  name: 'page',
  async generateBundle(_options, bundle) {
    const entry = Object.values(bundle).find((file) => file.isEntry);
    const { outputFiles } = await buildCss({
      entryPoints: ['dashboards/styles.css'],
      bundle: true,
      minify: true,
      write: false,
    });
    const css = this.emitFile({ type: 'asset', name: 'styles.css', source: outputFiles[0].text });
    const html = readFileSync('dashboards/index.html', 'utf8')
      .replace('main.tsx', `/${entry.fileName}`)
      .replace('styles.css', `/${this.getFileName(css)}`);
    this.emitFile({ type: 'asset', fileName: 'index.html', source: html });
  },
});

/** Writes a brotli copy beside every text file, so that the best compression costs nothing when it is served. */
const precompress = () => ({
  name: 'precompress',
  writeBundle({ dir, file }, bundle) {
    for (const { fileName, code, source } of Object.values(bundle)) {
      const path = join(dir ?? dirname(file), `${fileName}.br`);
      writeFileSync(path, brotliCompressSync(code ?? source));
    }
  },
});

const copy = (from, to) => ({
  name: 'copy',
  writeBundle: () =>
    cpSync(from, to, { recursive: true, filter: (path) => !/\.test\.ts$|README/.test(path) }),
});

/** The networks of the world, for where addresses are; not on Workers, where Cloudflare tells. */
const networks = () => ({
  name: 'networks',
  writeBundle() {
    if (!writeNetworks('dist/networks.bin'))
      this.warn('@ip-location-db/asn is not installed: the networks of visitors will not be told');
  },
});

/**
 * The same for the ES module, which is strict code and has no `with`: the names that pages have taken for their own, or
 * might. `window`, `document` and `location` cannot be hidden.
 */
const GLOBALS =
  'closed console crypto Element fetch history History innerHeight localStorage navigator performance scrollY URL';
const throughGlobalThis = Object.fromEntries(GLOBALS.split(' ').map((name) => [name, `window.${name}`]));

/** A script that pages load, with its budget in bytes after brotli 11. */
const script = (input, name, bytesMax, rendering, emitting) => ({
  input,
  output: {
    dir: 'dist/public',
    entryFileNames: name,
    format: 'iife',
    strict: false,
    plugins: [...rendering, smallest()],
  },
  plugins: [esbuild({ target: 'es2018' }), scriptBudget(bytesMax), ...emitting, precompress()],
});

/** Workers have Node's modules under their `node:` names only, which older packages do not use. */
const nodeNames = () => ({
  name: 'node-names',
  resolveId: (name) =>
    isBuiltin(name) && !name.startsWith('node:') ? { id: `node:${name}`, external: true } : null,
});

export default [
  script(
    'sdk/more/debug_tag.ts',
    'leadline.debug.js',
    budgets.debug,
    [],
    [immutable('sdk/more/debug_tag.ts', { alone: true })],
  ),
  script(
    'sdk/more/tag.ts',
    'leadline.more.js',
    budgets.more,
    [naming('DEBUG_FILE', 'sdk/more/debug_tag.ts')],
    [immutable('sdk/more/tag.ts', { alone: true })],
  ),
  script(
    'sdk/browser.ts',
    'leadline.js',
    budgets.script,
    [naming('MORE_FILE', 'sdk/more/tag.ts')],
    [immutable('sdk/browser.ts'), pin()],
  ),
  script('sdk/leads.ts', 'leadline.leads.js', budgets.leads, [], [immutable('sdk/leads.ts')]),
  {
    input: 'sdk/npm.ts',
    output: {
      dir: 'dist/npm',
      entryFileNames: 'leadline.mjs',
      chunkFileNames: 'chunks/[name].mjs',
      format: 'es',
      plugins: [smallest({ module: true })],
    },
    plugins: [esbuild({ target: 'es2018', define: throughGlobalThis }), moduleBudget(budgets.module)],
  },
  {
    input: 'dashboards/main.tsx',
    output: {
      dir: 'dist/public',
      format: 'es',
      entryFileNames: 'app/[name].[hash].js',
      chunkFileNames: 'app/[name].[hash].js',
      assetFileNames: 'app/[name].[hash][extname]',
      plugins: [minify()],
    },
    plugins: [
      resolve({ browser: true }),
      sheets(),
      esbuild({
        ...production,
        target: 'es2022',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        // Of the packages this one asks for NODE_ENV, which no browser has.
        exclude: /node_modules\/(?!@tanstack)/,
      }),
      page(),
      precompress(),
      copy('examples/plain-html', 'dist/public/demo'),
    ],
  },
  {
    input: {
      node: 'collector/node.ts',
      intake: 'collector/intake/thread.ts',
      engine: 'collector/engine/main.ts',
    },
    external: [/^node:/, 'chdb'],
    output: { dir: 'dist', format: 'es', chunkFileNames: '[name].js' },
    plugins: [
      resolve({ preferBuiltins: true }),
      commonjs(),
      json(),
      esbuild({ ...production, target: 'node20' }),
      networks(),
    ],
  },
  {
    input: 'collector/worker.ts',
    external: [/^node:/],
    output: { file: 'dist/worker.js', format: 'es', inlineDynamicImports: true },
    plugins: [
      nodeNames(),
      resolve({ browser: true, exportConditions: ['workerd', 'worker'] }),
      commonjs(),
      json(),
      esbuild({ ...production, target: 'es2022' }),
    ],
  },
];
