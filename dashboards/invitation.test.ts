import { expect, it } from 'vitest';
import { invitationIn } from './invitation.js';

it.each([
  ['#/invitation/k3J-x_9.a', 'k3J-x_9.a'],
  ['#/invitation/', undefined],
  ['#/invitation/a/b', undefined],
  ['#key=abc', undefined],
  ['', undefined],
])('the invitation in "%s" is %s', (hash, token) => expect(invitationIn(hash)).toBe(token));
