/**
 * The field of a form at which it is said what is wrong with a value.
 *
 * @param path of the value: `access.0.roles`
 * @param names of the fields there are: `access` takes all that is inside of it
 */
export function placeOf(path: string, names: readonly string[]): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.');
    if (names.includes(name)) return name;
  }
  return undefined;
}
