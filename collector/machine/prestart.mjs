// `npm start` replaces its shell by Leadline (`exec`), so that a signal to npm reaches Leadline and npm waits for its end.
// The Windows shell has no `exec`.
import process from 'node:process';
import { fail } from './setup.mjs';

if (process.platform === 'win32') {
  fail(
    'The embedded ClickHouse does not run on Windows: use WSL, or set CLICKHOUSE_URL to a ClickHouse server and run `node collector/start.mjs`.',
  );
}
