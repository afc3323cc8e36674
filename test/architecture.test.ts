import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  from: string;
  /** A file of ours from the root, without its ending, or the name of a package. */
  what: string;
  isType: boolean;
}

/**
 * Comments and the text of other strings must not count. One pass over everything that can hide an import: a comment, a
 * template, a string; kept are the statements' own strings.
 */
function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!['":\w])\/\/.*|`(?:\\.|[^`\\])*`/g, (text) =>
    text.startsWith('`') ? '``' : '',
  );
  const clause =
    /\b(import|export)\s+(type\s+)?((?:[\w$*]+|\{[^}]*\})(?:\s*,\s*(?:[\w$*]+|\{[^}]*\}))*(?:\s+as\s+[\w$]+)?\s+from\s+)?(['"])([^'"]+)\4/g;
  const dynamic = /\b(?:import|require)\s*\(\s*(['"])([^'"]+)\1/g;
  const found: { path: string; isType: boolean }[] = [];
  for (const [, keyword, type, names, , path = ''] of code.matchAll(clause)) {
    if (keyword === 'export' && !names) continue;
    const named = /^\{([^}]*)\}\s+from\s+$/
      .exec(names ?? '')?.[1]
      ?.split(',')
      .filter((name) => name.trim());
    const isType = Boolean(type) || Boolean(named?.length && named.every((name) => /^\s*type\s/.test(name)));
    found.push({ path, isType });
  }
  for (const [, , path = ''] of code.matchAll(dynamic)) found.push({ path, isType: false });
  return found.map(({ path, isType }) => ({
    from: file,
    what: path.startsWith('.') ? normalize(join(dirname(file), path)).replace(/\.[jt]sx?$/, '') : path,
    isType,
  }));
}

const files = ['schemas', 'sdk', 'collector', 'dashboards'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|mts|js|mjs)$/.test(name)),
);
/** Tests, and what is made for them, may use whatever they test with. */
const isTest = (file: string) => /(\.test\.tsx?|\/(testing|contract|harness|proxy)\.ts)$/.test(file);
const sources = files
  .filter((file) => !isTest(file))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }));
const all = sources.flatMap(({ file, source }) => importsOf(file, source));
const folderOf = (path: string) => path.split('/')[0] ?? '';
const ours = new Set(['schemas', 'sdk', 'collector', 'dashboards', 'examples', 'test', 'bench']);

const list = (imports: Import[]) => imports.map(({ from, what }) => `${from} imports ${what}`);

describe('imports', () => {
  it.each([
    ['schemas', ['schemas']],
    ['sdk', ['sdk', 'schemas']],
    ['collector', ['collector', 'schemas']],
    ['dashboards', ['dashboards', 'schemas']],
  ])('of %s stay within %j', (folder, allowed) => {
    const own = all.filter(({ from }) => folderOf(from) === folder);
    expect(own.length).toBeGreaterThan(3);
    expect(
      list(own.filter(({ what }) => ours.has(folderOf(what)) && !allowed.includes(folderOf(what)))),
    ).toEqual([]);
  });

  it('of the browser script are types only, where they leave it, and never a package', () => {
    const out = all.filter(({ from, what }) => folderOf(from) === 'sdk' && folderOf(what) !== 'sdk');
    expect(list(out.filter(({ what, isType }) => !isType || folderOf(what) !== 'schemas'))).toEqual([]);
  });

  it('never leave the repository', () => {
    expect(list(all.filter(({ what }) => what.startsWith('..') || what.startsWith('/')))).toEqual([]);
  });

  it('of chdb are the engine’s and the generator’s', () => {
    const allowed = (from: string) => from.startsWith('collector/engine/') || from === 'schemas/generate.ts';
    expect(
      list(all.filter(({ from, what, isType }) => /^chdb\b/.test(what) && !isType && !allowed(from))),
    ).toEqual([]);
  });

  it('of database clients are the collector’s', () => {
    const clients = all.filter(({ what }) => /^(@clickhouse\/|chdb\b)/.test(what));
    expect(
      list(clients.filter(({ from }) => folderOf(from) !== 'collector' && from !== 'schemas/generate.ts')),
    ).toEqual([]);
  });

  it('of Node’s modules are none of the browser’s', () => {
    const browser = all.filter(({ from }) => ['sdk', 'dashboards'].includes(folderOf(from)));
    expect(list(browser.filter(({ what }) => what.startsWith('node:')))).toEqual([]);
  });
});

it('only the entries read the environment', () => {
  // The engine's child is an entry of its own; its environment is what the supervisor gives it.
  const entries = /^collector\/(node|worker|dev_worker)\.ts$|^collector\/start\.mjs$|^collector\/engine\//;
  const readers = sources.filter(({ source }) => /\bprocess\s*\.\s*env\b|\bprocess\s*\[/.test(source));
  expect(readers.map(({ file }) => file).filter((file) => !entries.test(file))).toEqual([]);
});

it('dashboards know no SQL', () => {
  const sql = /\b(SELECT|INSERT INTO|CREATE TABLE)\b/;
  const found = sources.filter(({ file, source }) => folderOf(file) === 'dashboards' && sql.test(source));
  expect(found.map(({ file }) => file)).toEqual([]);
});

describe('circles', () => {
  const withEnding = new Map(files.map((file) => [file.replace(/\.\w+$/, ''), file]));
  const arrows = all.flatMap(({ from, what }) => {
    const to = withEnding.get(what);
    return to ? [[from, to] as const] : [];
  });

  it('are not among files', () => {
    expect(circlesOf(arrows)).toEqual([]);
  });

  it('are not among rooms', () => {
    const between = arrows.map(([from, to]) => [roomOf(from), roomOf(to)] as const);
    expect(circlesOf(between.filter(([from, to]) => from !== to))).toEqual([]);
  });

  it.each([
    [['a>b', 'b>c'], []],
    [['a>b', 'b>c', 'c>a', 'c>d'], [['a', 'b', 'c']]],
    [['a>a'], [['a']]],
  ])('are found: %j', (list, expected) => {
    expect(circlesOf(list.map((arrow) => arrow.split('>') as [string, string]))).toEqual(expected);
  });
});

/** A folder is a room; a file that stands beside the rooms is one of its own. */
function roomOf(file: string): string {
  return /^[^/]+\/[^/]+$/.test(file) ? file : dirname(file);
}

/** Groups of nodes each of which leads to each other one. */
function circlesOf(arrows: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of arrows) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(next.get(start) ?? [])];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      open.push(...(next.get(node) ?? []));
    }
    return seen;
  };
  const reached = new Map([...next.keys()].map((node) => [node, reach(node)]));
  const circles = [...next.keys()]
    .filter((node) => reached.get(node)?.has(node))
    .map((node) =>
      [...next.keys()].filter((other) => reached.get(node)?.has(other) && reached.get(other)?.has(node)),
    );
  return [...new Map(circles.map((circle) => [circle.sort().join(), circle])).values()];
}

describe('reading imports', () => {
  it.each([
    ["import a from './b.js';", [['x/b', false]]],
    ["import type { A } from '../schemas/b.js';", [['schemas/b', true]]],
    ["import { type A, type B } from './b.js';", [['x/b', true]]],
    ["import { type A, b } from './b.js';", [['x/b', false]]],
    ["import {\n  a,\n  b as c,\n} from './b.js';", [['x/b', false]]],
    ["import * as v from 'valibot';", [['valibot', false]]],
    ["import a, { type B } from './b.js';", [['x/b', false]]],
    ["import './b.css';", [['x/b.css', false]]],
    ["export * from './b.js';", [['x/b', false]]],
    ["export * as c from './b.js';", [['x/b', false]]],
    ["export type { A } from './b.js';", [['x/b', true]]],
    ["export { a } from './b.js';", [['x/b', false]]],
    ["const a = await import('./b.js');", [['x/b', false]]],
    ["const a = require( './b.js' );", [['x/b', false]]],
    ["type A = import('./b.js').A;", [['x/b', false]]],
    ["// import a from './b.js';", []],
    ["/* import a from './b.js'; */", []],
    ["const text = `import a from './b.js'`;", []],
    ["export const a = 'https://b.test';\nexport const c = './d.js';", []],
  ])('%s', (source, expected) => {
    expect(importsOf('x/a.ts', source).map(({ what, isType }) => [what, isType])).toEqual(expected);
  });
});
