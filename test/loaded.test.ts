import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Bytes {
  atOnce: number;
  later: number;
  laterFiles?: number;
}

const path = '../bench/loaded.mjs';
const { moduleBytes, pageBytes } = (await import(path)) as {
  moduleBytes(file: string): Promise<Bytes>;
  pageBytes(folder: string): Promise<Bytes>;
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadline-loaded-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A text that takes so many bytes however it is compressed: base64 of what is random comes back to its size. */
const weight = (bytes: number) => JSON.stringify(randomBytes(bytes).toString('base64'));

function expectAbout(actual: number, bytes: number) {
  expect(actual).toBeGreaterThan(bytes);
  expect(actual).toBeLessThan(bytes * 1.1);
}

describe('what users load', () => {
  it('of a module is what its files pass on and import, and apart from it what is fetched later', async () => {
    write({
      'leadline.mjs': "export { i as init, t as track } from './chunks/npm.mjs';",
      'chunks/npm.mjs': `import { log } from './base.mjs';
export const i = () => { log(${weight(3_000)}); import('./more.mjs'); };
export const t = () => log('t');`,
      'chunks/base.mjs': `export const log = (text) => console.log(text, ${weight(1_000)});`,
      'chunks/more.mjs': `import { log } from './base.mjs'; log(${weight(2_000)});`,
    });
    const { atOnce, later } = await moduleBytes(join(folder, 'leadline.mjs'));
    expectAbout(atOnce, 4_000);
    expectAbout(later, 2_000);
  });

  it('of a page is what it names and what that imports, and apart from it what is fetched later', async () => {
    write({
      'index.html': `<link rel="icon" href="data:image/svg+xml,x"><link rel="stylesheet" href="/app/s.css">
<script type="module" src="/app/main.js"></script><a href="/app/other.js">Not loaded</a>`,
      'app/s.css': `a::after { content: ${weight(500)} }`,
      'app/main.js': `import './shared.js'; import('./en.js'); import('./es.js'); console.log(${weight(3_000)});`,
      'app/shared.js': `console.log(${weight(1_000)});`,
      'app/en.js': `import './plural.js'; import './shared.js'; console.log(${weight(2_000)});`,
      'app/es.js': `import './plural.js'; console.log(${weight(2_000)});`,
      'app/plural.js': `console.log(${weight(200)});`,
    });
    const { atOnce, later, laterFiles } = await pageBytes(folder);
    expectAbout(atOnce, 4_500);
    expectAbout(later, 4_200);
    expect(laterFiles).toBe(3);
  });
});
