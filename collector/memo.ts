/**
 * Remembers what was computed of a text. Visitors share a few hundred browsers, languages and referrers, so most
 * events find theirs here; a flood of other texts costs no more than the memory of `sizeMax` of them.
 */
export function memo<Value>(sizeMax: number, compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value !== undefined) return value;
    value = compute(text);
    if (known.size >= sizeMax) known.clear();
    known.set(text, value);
    return value;
  };
}
