/** What stands in a form: texts, numbers, lists, whatever its record has, by the record's own names. */
export type Values = object;

/** @example valueAt({ attributes: [{ name: 'Rooms' }] }, 'attributes.0.name') // 'Rooms' */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isParted(value) ? Reflect.get(value, key) : undefined), values);
}

/** The values with another one at a path; what is not on the way stays the same object. */
export function withValue<Whole>(values: Whole, path: string, value: unknown): Whole {
  const [first = '', ...rest] = path.split('.');
  const copy: object = Array.isArray(values) ? [...values] : Object.assign({}, values);
  const inner = isParted(values) ? Reflect.get(values, first) : undefined;
  Reflect.set(copy, first, rest.length > 0 ? withValue(inner ?? {}, rest.join('.'), value) : value);
  return copy as Whole;
}

const isParted = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether two values are one to their reader: nothing is as good as an empty text or list. */
export function isSame(a: unknown, b: unknown): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (!isParted(a) || !isParted(b)) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => isSame(Reflect.get(a, key), Reflect.get(b, key)));
}

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * What two editors made of one record: a field that one side alone has changed is as that side has it.
 *
 * @returns the fields that both have changed, each to something else; `values` has mine there
 */
export function merge<Whole extends Values>(
  base: Whole,
  mine: Whole,
  theirs: Whole,
): { values: Whole; conflicts: string[] } {
  const values: Record<string, unknown> = Object.fromEntries(Object.entries(mine));
  const conflicts: string[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, mineIs, theirsIs] = [base, mine, theirs].map((one): unknown => Reflect.get(one, name));
    if (isSame(mineIs, was)) values[name] = theirsIs;
    else if (!isSame(theirsIs, was) && !isSame(theirsIs, mineIs)) conflicts.push(name);
  }
  return { values: values as Whole, conflicts };
}
