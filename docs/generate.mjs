// Keeps README's pinned tag that of the present build: `npm run generate` writes it, `node docs/generate.mjs --check`
// (a test) compares instead. The build's output is the same on every machine.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const readme = new URL('../README.md', import.meta.url);
const built = new URL('../dist/public/leadline.json', import.meta.url);
const TAG = /leadline\.[0-9a-f]{12}\.js" integrity="sha384-[\w+/=]*"/;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function read(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fail(otherwise);
  }
}

const text = read(readme, 'README.md is not here.');
const { file, integrity } = JSON.parse(
  read(built, 'dist/public/leadline.json is not here: run `npm run build` first.'),
);
if (!TAG.test(text)) fail('README.md has no pinned tag any more: docs/generate.mjs looks for it there.');
const renewed = text.replace(TAG, () => `${file}" integrity="${integrity}"`);
if (!process.argv.includes('--check')) writeFileSync(readme, renewed);
else if (renewed !== text)
  fail(
    `README.md pins another script than the build has (${file}): run \`npm run build && npm run generate\` and commit the result.`,
  );
