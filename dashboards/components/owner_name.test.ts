import { expect, it } from 'vitest';
import { ownerName } from './owner_name.js';

const users = [{ id: 'u1', name: 'Ada', email: 'ada@x.example' }];

it.each([
  ['u1', 'Ada'],
  ['Ada@X.example', 'Ada'],
  ['mia', 'mia'],
  ['', ''],
])('%j', (value, name) => expect(ownerName(value, users)).toBe(name));
