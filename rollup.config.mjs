// One build for every part. `npm run build` writes:
//   dist/public/  what browsers fetch: the script, the dashboards, the demo site
//   dist/npm/     the SDK as an ES module
//   dist/node.js, dist/engine.js, dist/worker.js   the collector
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { build as buildCss, transformSync } from 'esbuild';
import esbuild, { minify } from 'rollup-plugin-esbuild';

const production = { minify: false, define: { 'process.env.NODE_ENV': '"production"' } };

/** As a bundler of the owner's will ship a module. */
const minified = (code) => transformSync(code, { minify: true, format: 'esm' }).code;

/** Fails the build when an entry outgrows its byte budget (brotli 11: what a browser downloads). */
const budget = (bytesMax, shipped = (code) => code) => ({
  name: 'budget',
  generateBundle(_options, bundle) {
    for (const { type, fileName, code } of Object.values(bundle)) {
      if (type !== 'chunk') continue;
      const bytes = brotliCompressSync(shipped(code)).length;
      if (bytes > bytesMax)
        this.error(`${fileName} is ${bytes} bytes brotli, over its budget of ${bytesMax}`);
      this.info(`${fileName}: ${bytes} of ${bytesMax} bytes brotli`);
    }
  },
});

/** Emits a second copy of the script under a name that never changes its content, for SRI and long caching. */
const immutableCopy = () => ({
  name: 'immutable-copy',
  generateBundle(_options, bundle) {
    for (const { type, fileName, code } of Object.values(bundle)) {
      if (type !== 'chunk') continue;
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
      this.emitFile({ type: 'asset', fileName: fileName.replace('.js', `.${hash}.js`), source: code });
    }
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

const script = (input, file, bytesMax) => ({
  input,
  output: {
    file,
    format: 'iife',
    plugins: [terser({ ecma: 2018, compress: { passes: 3, unsafe_arrows: true } })],
  },
  plugins: [esbuild({ target: 'es2018' }), budget(bytesMax), immutableCopy(), precompress()],
});

export default [
  script('sdk/browser.ts', 'dist/public/leadline.js', 4096),
  {
    input: 'sdk/npm.ts',
    output: { file: 'dist/npm/leadline.mjs', format: 'es' },
    plugins: [esbuild({ target: 'es2018' }), budget(4400, minified)],
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
      esbuild({ ...production, target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' }),
      page(),
      precompress(),
      copy('examples/plain-html', 'dist/public/demo'),
    ],
  },
  {
    input: { node: 'collector/node.ts', engine: 'collector/engine/main.ts' },
    external: [/^node:/, 'chdb'],
    output: { dir: 'dist', format: 'es', chunkFileNames: '[name].js' },
    plugins: [resolve({ preferBuiltins: true }), commonjs(), esbuild({ ...production, target: 'node20' })],
  },
  {
    input: 'collector/worker.ts',
    external: [/^node:/],
    output: { file: 'dist/worker.js', format: 'es', inlineDynamicImports: true },
    plugins: [
      resolve({ browser: true, exportConditions: ['workerd', 'worker'] }),
      commonjs(),
      esbuild({ ...production, target: 'es2022' }),
    ],
  },
];
