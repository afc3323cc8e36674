import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LeadlineError } from '../errors.js';
import { assetRoutes } from '../http/assets.js';
import type { Services } from '../services.js';
import { temporaryFolder } from '../store/testing.js';
import { fileAssets } from './files.js';
import { keepScripts, withKeptScripts } from './scripts.js';

let folder: ReturnType<typeof temporaryFolder>;
let [dist, scripts] = ['', ''];
beforeEach(() => {
  folder = temporaryFolder();
  [dist, scripts] = [join(folder.path, 'public'), join(folder.path, 'data', 'scripts')];
});
afterEach(() => folder.remove());

/** A build, in place of the one before. */
function build(...names: string[]) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'app'), { recursive: true });
  for (const name of ['leadline.js', 'index.html', 'app/main.abc.js', ...names])
    writeFileSync(join(dist, name), name.endsWith('.br') ? brotliCompressSync(name) : `/* ${name} */`);
}

const hash = (text: string) => text.padEnd(12, '0');
const main = `leadline.${hash('a')}.js`;
/** Asked of a collector that has just started. */
async function get(path: string, headers = {}): Promise<Response> {
  const app = assetRoutes({ assets: withKeptScripts(fileAssets(dist), scripts) } as Services);
  app.onError((error, c) => c.text(error.message, error instanceof LeadlineError ? 404 : 500));
  return app.request(`http://t.test${path}`, { headers });
}

describe('the hashed scripts of earlier builds', () => {
  it('are served like those of this one', async () => {
    const names = [main, `leadline.leads.${hash('b')}.js`, `leadline.more.${hash('c')}.js`];
    build(...names, `${main}.br`);
    await keepScripts(dist, scripts);
    // When it was last changed is when it was last part of a build; its tag tells that it is the same.
    const headersOf = async (name: string) => {
      const { 'last-modified': _, ...headers } = Object.fromEntries((await get(`/${name}`)).headers);
      return headers;
    };
    const before = await Promise.all(names.map(headersOf));
    build(`leadline.${hash('d')}.js`);
    await keepScripts(dist, scripts);
    for (const name of names) {
      const response = await get(`/${name}`);
      expect(await response.text()).toBe(`/* ${name} */`);
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
    expect(await Promise.all(names.map(headersOf))).toEqual(before);
    const small = await get(`/${main}`, { 'Accept-Encoding': 'br' });
    expect(small.headers.get('Content-Encoding')).toBe('br');
    expect(small.headers.get('Content-Type')).toMatch(/javascript/);
  });

  it('are the only files kept, and the only ones served', async () => {
    build(main, 'leadline.json', `leadline.${hash('A')}.js`, 'leadline.0123.js', `x.${main}`);
    await keepScripts(dist, scripts);
    expect(readdirSync(scripts)).toEqual([main]);
    writeFileSync(join(scripts, 'other.js'), 'secret');
    writeFileSync(join(scripts, '..', 'admin-key'), 'secret');
    build();
    for (const path of [
      '/other.js',
      '/../admin-key',
      '/..%2fadmin-key',
      '/leadline.%2e%2e.js',
      `/%2e%2e%2fscripts/${main}`,
      `/${main}.br`,
      `/${main}%00`,
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it('are never more than so many, those of the latest builds', async () => {
    const names = ['a', 'b', 'c', 'd'].map((letter) => `leadline.${hash(letter)}.js`);
    for (const [at, name] of names.entries()) {
      build(name);
      await keepScripts(dist, scripts, 3);
      utimesSync(join(scripts, name), at, at);
    }
    expect(readdirSync(scripts).sort()).toEqual(names.slice(1));
    // Back to an earlier build, which counts as the latest from now on.
    build(names[1] ?? '');
    await keepScripts(dist, scripts, 1);
    expect(readdirSync(scripts)).toEqual([names[1]]);
  });

  it('replace what was cut short', async () => {
    build(main);
    mkdirSync(scripts, { recursive: true });
    writeFileSync(join(scripts, `${main}.new`), 'half');
    await keepScripts(dist, scripts);
    expect(await (await get(`/${main}`)).text()).toBe(`/* ${main} */`);
    expect(readdirSync(scripts)).toEqual([main]);
  });
});
