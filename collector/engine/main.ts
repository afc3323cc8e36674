// The engine process: its main thread speaks HTTP, and its worker threads, which run this same file, hold chdb.
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { runChild } from './child.js';
import { serveSessions } from './thread.js';

if (isMainThread) runChild(fileURLToPath(import.meta.url));
else serveSessions();
