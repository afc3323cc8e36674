import { expect, it } from 'vitest';
import { placeOf } from './problems.js';

it.each([
  ['email', 'email'],
  ['access.0.roles', 'access'],
  ['site.origins.0', 'site.origins'],
  ['site.id', 'site.id'],
  ['site', undefined],
  ['', undefined],
])('what is wrong with "%s" stands at %s', (path, field) =>
  expect(placeOf(path, ['email', 'access', 'site.id', 'site.origins'])).toBe(field),
);
