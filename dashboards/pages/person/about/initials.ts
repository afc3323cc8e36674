/**
 * The letters by which somebody is recognised at a glance: of the first and the last word of a name.
 *
 * @example initialsOf('Rocío del Cucharilla') // 'RC'
 */
export function initialsOf(name: string): string {
  const words = name
    .slice(0, 200)
    .split(/[\s.@_-]+/)
    // Marks of direction, brackets and quotes begin no name.
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter(Boolean);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
