// Chance that comes out the same every time: the same seed gives the same company, so a second run adds nothing.

/** A number from 0 to 1 at each call (mulberry32 by Tommy Ettinger, public domain), seeded with any text. */
export function randomOf(seed) {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The draws that the rest uses, over one source of chance. */
export function dice(seed) {
  const random = randomOf(seed);
  return {
    random,
    chance: (probability) => random() < probability,
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
    pick: (list) => list[Math.floor(random() * list.length)],
    /** One of `[[weight, value], …]`. */
    weighted(list) {
      let rest = random() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return list.at(-1)[1];
    },
  };
}
