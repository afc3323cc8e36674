import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('gen/ is what the engine makes of the .sql files', async () => {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'schemas/generate.ts', '--check']);
  await expect(run).resolves.toMatchObject({ stderr: '' });
});
