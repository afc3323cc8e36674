import type { Typed } from './typed.js';

/** Of a form: as many fields, and values of one, as leave the next entry in sight. */
const FIELDS_MAX = 8;
/** Characters of a field. */
const TEXT_MAX = 300;

type Fields = Typed['fields'];

/** The beginning of what was written into a form, where it is much: the same where it is not. */
export function foldFields(fields: Fields): { shown: Fields; isFolded: boolean } {
  // A list of nine with one hidden would save nothing.
  const some = <One>(list: One[]) => (list.length > FIELDS_MAX + 1 ? list.slice(0, FIELDS_MAX) : list);
  const shown = some(fields).map(([name, values]): Fields[number] => [
    shorten(name),
    some(values).map(shorten),
  ]);
  return { shown, isFolded: JSON.stringify(shown) !== JSON.stringify(fields) };
}

/** By characters rather than by their halves. */
function shorten(text: string): string {
  if (text.length <= TEXT_MAX) return text;
  const characters = [...text];
  return characters.length > TEXT_MAX ? `${characters.slice(0, TEXT_MAX).join('')}…` : text;
}
