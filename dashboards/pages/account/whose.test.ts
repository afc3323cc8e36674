import { expect, it } from 'vitest';
import { sessionsOf } from './whose.js';

const sessions = [
  { id: 'a', user: 'ada', createdAt: 1, lastUsedAt: 5 },
  { id: 'b', user: '', createdAt: 2 },
  { id: 'c', user: 'ada', createdAt: 6 },
];

it.each([
  ['ada', ['c', 'a']],
  ['', ['b']],
  ['key', ['b']],
  ['all', ['c', 'a', 'b']],
  ['bob', []],
])('the sessions of "%s" are %j', (whose, ids) =>
  expect(sessionsOf(sessions, whose).map(({ id }) => id)).toEqual(ids),
);
