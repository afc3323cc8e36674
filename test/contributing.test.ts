import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { steps } from '../collector/pipeline/index.js';

const codes = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, code]) => code);

it('CONTRIBUTING.md tells the steps in their order, and for what each refuses an event', () => {
  const rows = readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^ +\| (`.*?) \|.*\|(.*)\|$/gm);
  const told = [...rows].flatMap(([, names, refuses]) =>
    codes(names).map((name) => ({ name, drops: codes(refuses).sort() })),
  );
  expect(told).toEqual(steps.map(({ name, drops }) => ({ name, drops: [...drops].sort() })));
});

/** What the build and a running Leadline make is not always here. */
const made = ['node_modules', 'dist', 'data', '.git'];
const folders = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !made.includes(entry.name))
  .map(({ name }) => name);
/** Every file and folder of the repository, from its root. */
const paths = new Set(readdirSync('.').filter((name) => !made.includes(name)));
for (const folder of folders) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    paths.add(join(folder, name));
}
const names = new Set([...paths].map((path) => basename(path)));

/** Words in backticks, or in a block of code, that can only mean something of ours: by its folder, or as a source. */
function pathsIn(markdown: string): string[] {
  const words = [...markdown.matchAll(/```[\s\S]*?```|`[^`]*`/g)].flatMap(([code]) =>
    code.split(/[\s`'"(),;=…]+/),
  );
  const isPath = (word: string) => /^[\w.<>*-]+(\/[\w.<>*-]+)*\/?$/.test(word);
  const isSource = (word: string) => /\w\.(tsx?|mjs|sql|md|json|toml|css|html)$/.test(word);
  const [isOurs, isMade] = [folders, made].map(
    (list) => (word: string) => word.includes('/') && list.includes(word.split('/')[0] ?? ''),
  );
  return [...new Set(words)].filter(
    (word) => isPath(word) && !isMade?.(word) && (isOurs?.(word) || isSource(word)),
  );
}

/** A name without a folder is that of a file somewhere; of a placeholder the folder counts, and `*` is anything. */
function isHere(word: string): boolean {
  const path = word.replace(/\/$/, '').replace(/\/[^/]*<.*$/, '');
  if (path.includes('<')) return true;
  if (path.includes('*')) {
    const pattern = new RegExp(`^${basename(path).replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
    return [...paths].some((one) => dirname(one) === dirname(path) && pattern.test(basename(one)));
  }
  return path.includes('/') || folders.includes(path) ? paths.has(path) : names.has(path);
}

describe('files that are named are here', () => {
  const documents = [
    'CONTRIBUTING.md',
    'README.md',
    ...[...paths].filter((path) => /^docs\/.*\.md$/.test(path)),
  ];
  it.each(documents)('%s', (document) => {
    expect(pathsIn(readFileSync(document, 'utf8')).filter((word) => !isHere(word))).toEqual([]);
  });

  it.each([
    ['`sdk/` and `sdk/forms.ts`', ['sdk/', 'sdk/forms.ts'], []],
    ['`sdk/form.ts`', ['sdk/form.ts'], ['sdk/form.ts']],
    ['`pipeline/index.ts`, of which the folder lacks its own', ['pipeline/index.ts'], ['pipeline/index.ts']],
    ['`writer.ts` beside `writr.ts`', ['writer.ts', 'writr.ts'], ['writr.ts']],
    ['`schemas/events/<type>.ts`', ['schemas/events/<type>.ts'], []],
    ['`schemas/event/<type>.ts`', ['schemas/event/<type>.ts'], ['schemas/event/<type>.ts']],
    ['`test/faults/fuzz*.test.ts`, `test/faults/fzz*.ts`', undefined, ['test/faults/fzz*.ts']],
    ['```sh\nnode collector/started.mjs --x=1\n```', ['collector/started.mjs'], ['collector/started.mjs']],
    ['`/leadline.js`, `dist/npm`, `data/secret`, `text/plain`, `https://a.example/sdk/x.ts`', [], []],
  ])('%s', (markdown, read, missing) => {
    const found = pathsIn(markdown);
    if (read) expect(found).toEqual(read);
    expect(found.filter((word) => !isHere(word))).toEqual(missing);
  });
});
