/** Slips that a short key may have, and a longer one. */
const SHORT = 3;

/** Whether a key is another one with a slip of one or two letters: one left out, added, changed, or two exchanged. */
export function isNearly(one: string, other: string): boolean {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  const slipsMax = other.length <= SHORT ? 1 : 2;
  return Math.abs(left.length - right.length) <= slipsMax && slips(left, right) <= slipsMax;
}

/** The Damerau-Levenshtein distance, each letter exchanged once (optimal string alignment). */
function slips(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const changed = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, row] = [row, next];
  }
  return row[right.length] ?? 0;
}
