import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Persons } from './persons.js';

const ids = [...'abcdefghij'];
const links = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 30 });

/** The slow, plain way: spread until nothing changes. */
function setOf(id: string, pairs: [string, string][]): string[] {
  const set = new Set([id]);
  for (let size = 0; size < set.size; ) {
    size = set.size;
    for (const [one, other] of pairs) if (set.has(one) || set.has(other)) set.add(one).add(other);
  }
  return [...set].sort();
}

describe('Persons', () => {
  it('knows the joined sets whatever the order, direction and repetition of the links', () => {
    const shuffled = links.chain((pairs) =>
      fc.tuple(
        fc.constant(pairs),
        fc.shuffledSubarray(pairs, { minLength: pairs.length }),
        fc.array(fc.boolean()),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([pairs, others, turned]) => {
        const turnedPairs = others.map(([a, b], at) => (turned[at] ? ([b, a] as const) : ([a, b] as const)));
        for (const persons of [new Persons(pairs), new Persons([...turnedPairs, ...turnedPairs])]) {
          for (const id of ids) {
            const set = setOf(id, pairs);
            expect(persons.canonical(id)).toBe(set[0]);
            expect(persons.members([persons.canonical(id)]).member_ids.sort()).toEqual(set);
          }
        }
      }),
    );
  });

  it('tells each alias beside its person, and each member beside its own', () => {
    fc.assert(
      fc.property(links, fc.subarray(ids), (pairs, some) => {
        const persons = new Persons(pairs);
        const { alias_ids, canonical_ids } = persons.aliases();
        expect(canonical_ids).toEqual(alias_ids.map((id) => setOf(id, pairs)[0]));
        expect(alias_ids.sort()).toEqual(ids.filter((id) => setOf(id, pairs)[0] !== id));
        const wanted = [...new Set(some.map((id) => persons.canonical(id)))];
        const { member_ids, member_persons } = persons.members(wanted);
        expect([...member_ids].sort()).toEqual(wanted.flatMap((id) => setOf(id, pairs)).sort());
        expect(member_persons).toEqual(member_ids.map((id) => setOf(id, pairs)[0]));
      }),
    );
  });

  it('follows a long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => [`p${at + 1}`, `p${at}`] as const);
    expect(new Persons(chain).canonical('p20000')).toBe('p0');
  });
});
