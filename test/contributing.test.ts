import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { steps } from '../collector/pipeline/index.js';

const codes = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, code]) => code);

it('CONTRIBUTING.md tells the steps in their order, and for what each refuses an event', () => {
  const rows = readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^ +\| (`.*?) \|.*\|(.*)\|$/gm);
  const told = [...rows].flatMap(([, names, refuses]) =>
    codes(names).map((name) => ({ name, drops: codes(refuses).sort() })),
  );
  expect(told).toEqual(steps.map(({ name, drops }) => ({ name, drops: [...drops].sort() })));
});
