/** Two ids that belong together or not, as `identity_pairs` has it: there from both sides. */
export interface Pair {
  person_id: string;
  other_id: string;
  /** `claim`: anybody said so; `word`: an API key, a rep or a signed identity; `hand`: a rep decided about these two. */
  kind: string;
  /** Of a decision by hand: false where they were separated. */
  is_joined: boolean;
  /** Of a decision by hand: it was taken back. */
  is_undecided: boolean;
}

/**
 * How many others of a kind one identifier may be joined with by words: what a shop calls "guest" belongs to nobody, however
 * often its server says so.
 */
export const WORDS_MAX = 100;

/** Claims of one identifier beyond which the owner is told: a page sends the same for everybody, or somebody plays. */
const CLAIMS_TOLD = 20;

interface Known {
  claims: Set<string>;
  words: Set<string>;
  joined: Set<string>;
  separated: Set<string>;
}

/**
 * Which of these ids are one person, whatever the order in which it was said. By hand always; by a word, unless an
 * identifier has too many of them; by a claim only as a pair that is one to one over all claims and that no word, nor a
 * decision by hand, contradicts. What was separated by hand stays separate: stronger pairs are met first, and none joins
 * two sets of which somebody said that they are two.
 *
 * @param pairs all of these ids, or more of a kind than may join
 * @returns each id's canonical one: the smallest of its set
 */
export function joinedIds(
  ids: Iterable<string>,
  pairs: readonly Pair[],
  { joinsClaims }: { joinsClaims: boolean },
): Map<string, string> {
  const known = knownOf(ids, pairs);
  const sets = new Sets(known.keys());
  const separated = edgesOf(known, ({ separated }) => separated);
  const isApart = (one: string, other: string) =>
    separated.some(
      ([a, b]) =>
        (sets.of(a) === one && sets.of(b) === other) || (sets.of(a) === other && sets.of(b) === one),
    );
  const join = (edges: [string, string][]) => {
    for (const [a, b] of edges) {
      const [one, other] = [sets.of(a), sets.of(b)];
      if (one !== other && !isApart(one, other)) sets.join(one, other);
    }
  };
  join(edgesOf(known, ({ joined }) => joined));
  join(edgesOf(known, wordsThatJoin));
  if (joinsClaims) join(edgesOf(known, claimsThatJoin));
  return new Map([...known.keys()].map((id) => [id, sets.of(id)]));
}

/**
 * The others that these ids would be joined with, as far as it is for them to say: whoever asks for {@link joinedIds} has to
 * ask for these, too.
 */
export function reachedFrom(ids: ReadonlySet<string>, pairs: readonly Pair[]): string[] {
  const reached = [...knownOf(ids, pairs).values()].flatMap((one) => [
    ...one.joined,
    ...wordsThatJoin(one),
    ...claimsThatJoin(one),
  ]);
  return [...new Set(reached)].filter((id) => !ids.has(id));
}

/** Those of these ids that came with so many others that the owner should know. */
export const sharedIds = (ids: Iterable<string>, pairs: readonly Pair[]): string[] =>
  [...knownOf(ids, pairs)]
    .filter(([, { claims, words }]) => words.size > WORDS_MAX || claims.size > CLAIMS_TOLD)
    .map(([id]) => id);

const wordsThatJoin = ({ words }: Known) => (words.size > WORDS_MAX ? NONE : words);

const claimsThatJoin = ({ claims, words, joined }: Known) => {
  const [only = ''] = claims;
  const isContradicted = [...words, ...joined].some((other) => other !== only);
  return claims.size === 1 && !isContradicted ? claims : NONE;
};

const NONE: ReadonlySet<string> = new Set();

function knownOf(ids: Iterable<string>, pairs: readonly Pair[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const id of ids)
    known.set(id, { claims: new Set(), words: new Set(), joined: new Set(), separated: new Set() });
  for (const { person_id, other_id, kind, is_joined, is_undecided } of pairs) {
    if (is_undecided) continue;
    const { claims, words, joined, separated } = known.get(person_id) ?? {};
    const set = kind === 'claim' ? claims : kind === 'word' ? words : is_joined ? joined : separated;
    if (other_id && person_id !== other_id) set?.add(other_id);
  }
  return known;
}

/** The pairs that both sides agree on, each once, in an order that does not depend on who came first. */
function edgesOf(
  known: ReadonlyMap<string, Known>,
  of: (one: Known) => ReadonlySet<string>,
): [string, string][] {
  const agreed = new Map([...known].map(([id, one]) => [id, of(one)]));
  return [...agreed.keys()].sort().flatMap((id) =>
    [...(agreed.get(id) ?? NONE)]
      .sort()
      .filter((other) => id < other && agreed.get(other)?.has(id))
      .map((other): [string, string] => [id, other]),
  );
}

/** Sets of ids that are one, each known by its smallest. */
class Sets {
  readonly #parent = new Map<string, string>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) this.#parent.set(id, id);
  }

  of(id: string): string {
    let root = id;
    for (
      let parent = this.#parent.get(root);
      parent !== undefined && parent !== root;
      parent = this.#parent.get(root)
    )
      root = parent;
    // Path compression: the next look-up is one step.
    if (root !== id) this.#parent.set(id, root);
    return root;
  }

  join(one: string, other: string): void {
    const [low, high] = [this.of(one), this.of(other)].sort() as [string, string];
    this.#parent.set(high, low);
  }
}
