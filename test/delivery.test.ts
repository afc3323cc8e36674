import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/delivery.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, promise = '', file = '', title = ''] = /^\| (.+) \| `([^`]+)`: (.+) \|$/.exec(line) ?? [];
    return file ? [{ promise, file, title }] : [];
  });

it('docs/delivery.md names the tests of its promises', () => expect(rows.length).toBeGreaterThan(15));

it.each(rows)('$file: $title', ({ file, title }) => {
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain(title);
});
