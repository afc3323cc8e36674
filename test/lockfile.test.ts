import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

interface Package {
  optionalDependencies?: Record<string, string>;
}

const packageJson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Package>;
};

/** Like Node: beside the package, then in each folder above. */
function isLocked(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    if (packages[`${folder}/node_modules/${name}`]) return true;
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
}

// npm leaves out what its registry does not have at that moment, and `npm ci` then fails on every machine.
test('the lockfile has the native parts of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(name, path)),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no registry', () => {
  expect(JSON.stringify(packages)).not.toContain('"resolved"');
});

// Everybody who works on Leadline has the tools, and would not see it.
test('building and running need none of the tools, which `npm start` does not install', async () => {
  const { metafile } = await build({
    entryPoints: [
      'rollup.config.mjs',
      'collector/node.ts',
      'collector/engine/main.ts',
      'collector/intake/thread.ts',
      'collector/worker.ts',
      'dashboards/main.tsx',
      'sdk/npm.ts',
    ],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: 'not-written',
    write: false,
    metafile: true,
  });
  const imported = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ path, external }) => external && !isBuiltin(path))
    .map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  const installed = { ...packageJson.dependencies, ...packageJson.optionalDependencies };
  expect(imported).toContain('rollup-plugin-esbuild');
  expect(imported).toContain('hono');
  expect(imported.filter((name) => !(name in installed))).toEqual([]);
});
