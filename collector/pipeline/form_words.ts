import type { FieldHint } from '../../schemas/events/form_submit.js';

type Hints = Readonly<Record<string, FieldHint>>;

/** What a form's fields were called on the page, where that says more than their names. */
export function labelsOf(fields: ReadonlyMap<string, string[]>, hints: Hints): Map<string, string> {
  const labels = new Map<string, string>();
  for (const name of fields.keys()) {
    const { label } = hintOf(hints, name);
    if (label && label !== name) labels.set(name, label);
  }
  return labels;
}

/**
 * What the chosen options of a form's fields read, each in the place of its value; empty where the value is all there is to
 * read, and no list at all where that is so of all of them.
 */
export function textsOf(fields: ReadonlyMap<string, string[]>, hints: Hints): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, values] of fields) {
    const { text = [] } = hintOf(hints, name);
    const read = values.map((value, place) => (text[place] === value ? '' : (text[place] ?? '')));
    if (read.some(Boolean)) texts.set(name, read);
  }
  return texts;
}

/** A field may be called `constructor`. */
const hintOf = (hints: Hints, name: string): FieldHint =>
  (Object.hasOwn(hints, name) ? hints[name] : undefined) ?? {};
