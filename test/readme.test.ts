import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('README.md pins the script that the build makes', async () => {
  const run = promisify(execFile)(process.execPath, ['docs/generate.mjs', '--check']);
  expect(await run.catch(({ stderr }: { stderr: string }) => ({ stderr }))).toMatchObject({ stderr: '' });
});
