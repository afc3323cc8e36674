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
    shorten(name, TEXT_MAX),
    some(values).map((value) => shorten(value, TEXT_MAX)),
  ]);
  return { shown, isFolded: JSON.stringify(shown) !== JSON.stringify(fields) };
}

/** A text's beginning, where it is longer than so many characters. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = [...text];
  return characters.length > max ? `${characters.slice(0, max).join('')}…` : text;
}

/** What `schemas/queries/timeline.sql` leaves of a long form, or the least that it may be. */
const LEFT = { fields: 50, name: 100, values: 5, value: 200 };

/** Whether something may be missing in the fields of a long form: often the message alone is what is long. */
export const mayLack = (fields: Fields): boolean =>
  fields.length >= LEFT.fields ||
  fields.some(
    ([name, values]) =>
      name.length >= LEFT.name ||
      values.length >= LEFT.values ||
      values.some((value) => value.length >= LEFT.value),
  );
