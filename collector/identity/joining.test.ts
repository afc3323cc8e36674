import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedIds, type Pair, WORDS_MAX } from './joining.js';

const EMAILS = [...'abcde'];
const CUSTOMERS = [...'vwxyz'];
const IDS = [...EMAILS, ...CUSTOMERS];

type Said = [one: string, other: string, kind: string, isJoined?: boolean];

/** As the table has it: from both sides. */
const pairsOf = (said: readonly Said[]): Pair[] =>
  said.flatMap(([one, other, kind, is_joined = true]) => [
    { person_id: one, other_id: other, kind, is_joined, is_undecided: false },
    { person_id: other, other_id: one, kind, is_joined, is_undecided: false },
  ]);

const peopleOf = (said: readonly Said[], ids: readonly string[] = IDS, joinsClaims = true) =>
  joinedIds(ids, pairsOf(said), { joinsClaims });

/** Sets of more than one, each as a text. */
const setsOf = (...args: Parameters<typeof peopleOf>): string[] => {
  const sets = new Map<string, string>();
  for (const [id, canonical] of peopleOf(...args)) sets.set(canonical, (sets.get(canonical) ?? '') + id);
  return [...sets.values()].filter((set) => set.length > 1).sort();
};

describe('words', () => {
  it('join, however many of them', () => {
    expect(setsOf([['a', 'v', 'word']])).toEqual(['av']);
    expect(
      setsOf([
        ['a', 'v', 'word'],
        ['b', 'v', 'word'],
        ['b', 'w', 'word'],
      ]),
    ).toEqual(['abvw']);
  });
  it('join nobody through an identifier that they use for a crowd', () => {
    const crowd = Array.from({ length: WORDS_MAX + 1 }, (_, at) => `m${at}`);
    const words = (count: number) => crowd.slice(0, count).map((id): Said => [id, 'guest', 'word']);
    const ids = [...crowd, 'guest'];
    expect(new Set(peopleOf(words(WORDS_MAX), ids).values()).size).toBe(2);
    expect(new Set(peopleOf(words(WORDS_MAX + 1), ids).values()).size).toBe(ids.length);
  });
});

describe('claims', () => {
  it('join as a pair that is one to one', () => {
    expect(setsOf([['a', 'v', 'claim']])).toEqual(['av']);
    expect(setsOf([['a', 'v', 'claim']], IDS, false)).toEqual([]);
  });
  it.each<[string, Said[], string[]]>([
    [
      'of an e-mail with two customer ids',
      [
        ['a', 'v', 'claim'],
        ['a', 'w', 'claim'],
      ],
      [],
    ],
    [
      'of a customer id with two e-mails',
      [
        ['a', 'v', 'claim'],
        ['b', 'v', 'claim'],
      ],
      [],
    ],
    [
      'against a word about the e-mail',
      [
        ['a', 'v', 'claim'],
        ['a', 'w', 'word'],
      ],
      ['aw'],
    ],
    [
      'against a word about the customer id',
      [
        ['a', 'v', 'claim'],
        ['b', 'v', 'word'],
      ],
      ['bv'],
    ],
  ])('do not join %s', (_, said, sets) => expect(setsOf(said)).toEqual(sets));
  it('change nothing of what a word has joined, however many come', () => {
    const claims = CUSTOMERS.flatMap((customer) => EMAILS.map((email): Said => [email, customer, 'claim']));
    expect(setsOf([['a', 'v', 'word'], ...claims])).toEqual(['av']);
  });
});

describe('by hand', () => {
  it('anything joins, and stays separate whatever is said later', () => {
    expect(setsOf([['a', 'b', 'hand']])).toEqual(['ab']);
    expect(
      setsOf([
        ['a', 'v', 'word'],
        ['a', 'v', 'hand', false],
      ]),
    ).toEqual([]);
    expect(
      setsOf([
        ['a', 'v', 'claim'],
        ['a', 'v', 'hand', false],
      ]),
    ).toEqual([]);
    // Nor by way of somebody else.
    expect(
      setsOf([
        ['a', 'v', 'word'],
        ['b', 'v', 'word'],
        ['a', 'b', 'hand', false],
      ]),
    ).toEqual(['av']);
  });
});

const said = fc.oneof(
  fc.tuple(fc.constantFrom(...EMAILS), fc.constantFrom(...CUSTOMERS), fc.constantFrom('claim', 'word')),
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.constant('hand'), fc.boolean()),
);
/** Of a decision by hand the newest counts: there is one of each pair. */
const history = fc
  .array(said, { maxLength: 25 })
  .map((all) => [...new Map(all.map((one) => [[one[2], ...[one[0], one[1]].sort()].join(), one])).values()]);

it('are the same people in every order, from either side, and said twice', () => {
  const told = history.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.shuffledSubarray(IDS, { minLength: IDS.length }),
    ),
  );
  fc.assert(
    fc.property(told, ([all, shuffled, ids]) => {
      const people = peopleOf(all);
      const turned = shuffled.map(([one, other, ...rest]): Said => [other, one, ...rest]);
      expect(new Map([...peopleOf([...turned, ...turned], ids)].sort())).toEqual(people);
      for (const [id, canonical] of people) expect(canonical <= id).toBe(true);
    }),
  );
});

it('are never one where somebody has separated them', () => {
  fc.assert(
    fc.property(history, (all) => {
      const people = peopleOf(all);
      for (const [one, other, kind, isJoined = true] of all)
        if (kind === 'hand' && !isJoined && one !== other)
          expect(people.get(one)).not.toBe(people.get(other));
    }),
  );
});

it('follows a long chain', () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `p${String(at).padStart(5, '0')}`);
  const chain = ids.slice(1).map((id, at): Said => [id, ids[at] as string, 'word']);
  expect(new Set(peopleOf(chain, ids).values())).toEqual(new Set(['p00000']));
});
