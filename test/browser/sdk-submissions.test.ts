import { expect, it } from 'vitest';

interface Figures {
  delivered: number;
  lost: string[];
  doubled: string[];
}

it('delivers each of many submissions once: leaving at once, offline, from closed tabs, to a failing collector', async () => {
  // Each way twice; `npm run bench -- submissions` has a thousand.
  const path = '../../bench/submissions.mjs';
  const { submissions } = (await import(path)) as {
    submissions(options: { count: number }): Promise<Figures>;
  };
  const { delivered, lost, doubled } = await submissions({ count: 48 });
  expect({ delivered, lost, doubled }).toEqual({ delivered: 48, lost: [], doubled: [] });
}, 300_000);
