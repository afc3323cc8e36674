import { expect, it } from 'vitest';
import { chaos } from '../chaos/chaos.js';

/** Some seconds of `npm run chaos`, other ones each time. */
it('nothing acknowledged is lost, counted twice or changed, whatever happens to the collector', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const report = await chaos({ seed, seconds: 12, kills: 5 });
  const { lost, doubled, wrongForms, poison, ackedMinor, storedMinor } = report;
  const found = { lost, doubled, wrongForms, poison, storedMinor };
  expect(found, `npm run chaos -- 0.2 --kills 5 --seed ${seed}`).toEqual({
    lost: [],
    doubled: [],
    wrongForms: [],
    poison: 0,
    storedMinor: ackedMinor,
  });
  expect(report.acked).toBeGreaterThan(200);
  expect(report.faults.get('kill -9')?.times).toBe(5);
}, 240_000);
