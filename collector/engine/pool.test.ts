import { expect, it } from 'vitest';
import { createPool } from './pool.js';
import type { Job } from './protocol.js';
import { Run } from './slot.js';

it('asks again where the engine refuses to end a job', async () => {
  const run = new Run(
    'one',
    () => {},
    () => {},
  );
  let kills = 0;
  const pool = createPool({
    entry: '',
    dataDir: '',
    kill: async () => {
      kills++;
      if (kills === 1) throw new Error('Code: 241. MEMORY_LIMIT_EXCEEDED');
      run.take({ type: 'error', message: 'Code: 394. QUERY_WAS_CANCELLED' });
    },
  });
  await pool.end(run, { id: 'one' } as Job);
  expect(kills).toBe(2);
});
