import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '../assets.js';
import { fileAssets } from './files.js';
import { replaceFile } from './instance.js';

/** The script and its parts under the names that have a hash of their content, and their brotli copies. */
const HASHED = /^leadline(\.[a-z]+)?\.[0-9a-f]{12}\.js$/;
const HASHED_OR_BROTLI = /^leadline(\.[a-z]+)?\.[0-9a-f]{12}\.js(\.br)?$/;

/** An upgrade brings three scripts, each with its brotli copy: room for a hundred upgrades, some 3 MB. */
const KEPT_MAX = 600;

/**
 * Keeps the hashed scripts of this build for pages that pin them, or have loaded one that loads another: the next
 * build no longer has them. The ones that were part of a build last stay longest.
 */
export async function keepScripts(from: string, to: string, keptMax = KEPT_MAX): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const kept = new Set(await scriptsIn(to));
  const now = new Date();
  for (const name of await scriptsIn(from)) {
    // Whole or not at all: half a script would be refused by every browser, for ever.
    if (!kept.has(name)) await replaceFile(join(to, name), await readFile(join(from, name)));
    await utimes(join(to, name), now, now);
  }
  const ages = await Promise.all(
    (await scriptsIn(to)).map(async (name) => ({ name, usedAt: (await stat(join(to, name))).mtimeMs })),
  );
  ages.sort((a, b) => b.usedAt - a.usedAt);
  for (const { name } of ages.slice(keptMax)) await rm(join(to, name));
}

const scriptsIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => HASHED_OR_BROTLI.test(name));

/** The files of a build, and behind them the scripts of earlier ones. */
export function withKeptScripts(assets: Assets, folder: string): Assets {
  const kept = fileAssets(folder);
  return async (request, headers) =>
    (await assets(request, headers)) ??
    (HASHED.test(new URL(request.url).pathname.slice(1)) ? kept(request, headers) : undefined);
}
