import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.js';
import type { AuditRow } from './data.js';
import { sayValue } from './say_value.js';
import { sentenceOf } from './sentence.js';
import { texts as en } from './texts.en.js';
import { texts as tr } from './texts.tr.js';

describe('changes', () => {
  it('are those fields that differ', () => {
    expect(
      changesBetween(
        { name: 'Mug', price: '12', tags: ['a'] },
        { name: 'Mug', price: '15', tags: ['a', 'b'] },
      ),
    ).toEqual([
      { field: 'price', before: '12', after: '15' },
      { field: 'tags', before: '["a"]', after: '["a","b"]' },
    ]);
    expect(changesBetween({}, { name: 'Mug' })).toEqual([{ field: 'name', before: '', after: 'Mug' }]);
  });
});

const row: AuditRow = {
  audit_id: '1',
  ts: 0,
  by: 'user:ada',
  by_name: 'Ada',
  action: 'changed',
  target: 'products',
  subject: 'mug',
  version: 2,
  fields: ['price', 'shelf'],
  code: '',
  count: 0,
  session_id: '',
  country: '',
  before: {},
  after: {},
  asked: {},
};

describe('values', () => {
  const saying = {
    nameOf: (target: string, id: string) => (target === 'users' && id === 'bob' ? 'Bob' : undefined),
    dateTime: (ts: number) => `at ${ts}`,
    sayAccess: (access: { site: string }[]) => access.map(({ site }) => `owner of ${site}`),
  };
  it.each([
    ['expires', 5, 'at 5'],
    ['expires', undefined, ''],
    ['madeBy', 'user:bob', 'Bob'],
    ['madeBy', 'owner', 'the admin key'],
    ['madeBy', 'key:import', 'API key: import'],
    ['user', 'bob', 'Bob'],
    ['user', 'gone', 'gone'],
    [
      'access',
      [
        { site: 'a', roles: [] },
        { site: 'b', roles: [] },
      ],
      'owner of a; owner of b',
    ],
    ['access', 'none', 'none'],
    ['price', 5, '5'],
  ])('%s %j', (field, value, text) => expect(sayValue(field, value, en, saying)).toBe(text));
});

describe('sentences', () => {
  const nameOf = (target: string, id: string) => (target === 'users' && id === 'bob' ? 'Bob' : undefined);
  const say = (part: Partial<AuditRow>, texts = en) =>
    [sentenceOf({ ...row, ...part }, texts, { mark: (text) => text, nameOf })].flat(9).join('');

  it.each([
    [{}, 'Ada changed the product mug: price, shelf'],
    [{ action: 'exported', target: 'leads', subject: '', fields: [], count: 120 }, 'Ada exported the leads'],
    [{ action: 'signed_in', target: 'session', subject: 'ada', fields: [] }, 'Ada signed in'],
    [
      {
        action: 'sign_in_refused',
        by: '',
        by_name: '',
        target: 'session',
        subject: '',
        fields: [],
        code: 'credentials_wrong',
        count: 120,
      },
      'Somebody could not sign in: wrong e-mail or password, 120 times',
    ],
    [
      { action: 'refused', target: 'users', subject: '', fields: [], code: 'role_missing' },
      'Ada was refused: the users (another role is needed)',
    ],
    [
      { by: 'owner', by_name: '', action: 'deleted', target: 'boats', fields: [] },
      'The admin key removed boats mug',
    ],
    [
      { by: 'key:shop', by_name: '', action: 'painted', fields: [] },
      'The API key shop: painted the product mug',
    ],
    [{ action: 'signed_out', target: 'sessions', fields: [], before: { user: 'ada' } }, 'Ada signed out'],
    [
      { action: 'signed_out', target: 'sessions', fields: [], before: { user: 'bob' } },
      'Ada ended a session of Bob',
    ],
    [
      { action: 'signed_out', target: 'sessions', fields: [], before: { user: '' } },
      'Ada ended a session of the admin key',
    ],
    [{ target: 'users', subject: 'ada', fields: ['epoch'] }, 'Ada signed out everywhere'],
    [{ target: 'users', subject: 'bob', fields: ['epoch'] }, 'Ada signed out everywhere: Bob'],
    [{ target: 'users', subject: 'ada', fields: ['epoch', 'password'] }, 'Ada changed their own password'],
    [{ target: 'users', subject: 'bob', fields: ['epoch', 'password'] }, 'Ada changed the password of Bob'],
    [{ target: 'users', subject: 'bob', fields: ['epoch', 'name'] }, 'Ada changed the user Bob: name'],
    [
      { action: 'created', target: 'invitations', fields: [], after: { user: 'bob' } },
      'Ada made a link for a new password of Bob',
    ],
    [
      {
        action: 'created',
        target: 'invitations',
        fields: [],
        after: { email: 'eve@x.example', name: 'Eve' },
      },
      'Ada invited eve@x.example',
    ],
    [
      { target: 'persons/join', subject: 'p1', fields: [], after: { person: 'p1', other: 'p2' } },
      'Ada joined two people: p1 and p2',
    ],
    [
      { target: 'persons/separate', subject: 'p1', fields: [], after: { person: 'p1', other: 'p2' } },
      'Ada separated two people: p1 and p2',
    ],
    [
      { target: 'persons/undecide', subject: 'p1', fields: [], after: { person: 'p1', other: 'p2' } },
      'Ada took back what was decided of two people: p1 and p2',
    ],
  ] as [Partial<AuditRow>, string][])('%j', (part, text) => expect(say(part)).toBe(text));

  it('are in the reader’s language', () =>
    expect(say({}, tr)).toBe('Ada değiştirdi: ürün mug (fiyat, shelf)'));
});
