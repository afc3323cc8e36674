// What users load of the build, in bytes after brotli 11, and how much that may be. The build fails over a budget,
// `npm run size` prints everything.
import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/** The module's is for what comes with it at once. */
export const budgets = { script: 4_608, more: 4_096, debug: 512, leads: 4_430, module: 4_740 };

export const bytesOf = (code) => brotliCompressSync(code).length;

/** An owner's program is what is measured: the module's own file only passes on what its other files export. */
export const USE = "import { init, track } from 'leadline'";
const PROGRAM = `${USE}; init({ site: 'demo', host: 'https://t.example.com' }); track('ready');`;

/**
 * What an owner's bundler ships of the ES module in `file`: the files that come `atOnce`, by static imports, and those
 * that are fetched `later`, by `import()`.
 *
 * @returns {Promise<{atOnce: number, later: number}>}
 */
export async function moduleBytes(file) {
  const { outputFiles, metafile } = await build({
    ...bundling,
    stdin: { contents: PROGRAM, resolveDir: '.' },
    alias: { leadline: resolve(file) },
    minify: true,
  });
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === '<stdin>');
  const atOnce = staticallyFrom(outputs, entry);
  const sum = (isCounted) =>
    outputFiles
      .filter(({ path }) => isCounted(relative('.', path).replaceAll(sep, '/')))
      .reduce((total, { contents }) => total + bytesOf(contents), 0);
  return { atOnce: sum((path) => atOnce.has(path)), later: sum((path) => !atOnce.has(path)) };
}

/**
 * What a browser loads of a built page: scripts and styles that the page names, with what these import, come `atOnce`.
 *
 * @param folder that is served as `/`
 * @returns {Promise<{atOnce: number, later: number, laterFiles: number}>}
 */
export async function pageBytes(folder, page = 'index.html') {
  const html = readFileSync(join(folder, page), 'utf8');
  const tags = html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\/([^"]+)"/g);
  const named = [...tags].map(([, path]) => path);
  const scripts = named.filter((path) => path.endsWith('.js'));
  const { metafile } = await build({ ...bundling, entryPoints: scripts, absWorkingDir: resolve(folder) });
  const { inputs } = metafile;
  const atOnce = new Set(named.concat(...scripts.map((path) => [...staticallyFrom(inputs, path)])));
  const later = Object.keys(inputs).filter((path) => !atOnce.has(path));
  const sum = (paths) => paths.reduce((total, path) => total + bytesOf(readFileSync(join(folder, path))), 0);
  return { atOnce: sum([...atOnce]), later: sum(later), laterFiles: later.length };
}

const bundling = {
  // Files of the build import each other ahead of time for what they load, which "sideEffects" calls idle.
  logLevel: 'error',
  bundle: true,
  splitting: true,
  format: 'esm',
  outdir: 'not-written',
  write: false,
  metafile: true,
};

/** A file and all that it imports, and they do, without `import()`. */
function staticallyFrom(graph, path, found = new Set()) {
  found.add(path);
  for (const { path: next, kind } of graph[path].imports) {
    if (kind === 'import-statement' && !found.has(next)) staticallyFrom(graph, next, found);
  }
  return found;
}
