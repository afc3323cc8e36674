// What a visitor downloads of the SDK: bytes after brotli 11, as `npm run build` wrote it.
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';

/** The script as it is served; the module as a bundler of the owner's would minify it. */
const entries = [
  ['script tag', 'dist/public/leadline.js', (code) => code],
  [
    'ES module, minified',
    'dist/npm/leadline.mjs',
    (code) => transformSync(code, { minify: true, format: 'esm' }).code,
  ],
];

for (const [name, file, shipped] of entries) {
  if (!existsSync(file)) {
    console.error(`${file} is missing: run \`npm run build\` first.`);
    process.exit(1);
  }
  const bytes = brotliCompressSync(shipped(readFileSync(file, 'utf8'))).length;
  console.log(`${name.padEnd(20)} ${bytes.toLocaleString('en').padStart(6)} bytes  ${file}`);
}
