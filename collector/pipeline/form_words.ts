import type { FieldHint } from '../../schemas/events/form_submit.js';
import { TICKED } from './consents.js';
import type { Written } from './step.js';

type Form = Pick<Written, 'fields' | 'consents'>;
type Hints = Readonly<Record<string, FieldHint>>;

/**
 * What the visitor read of a form: what its fields were called, where that says more than their names, and what the chosen
 * options read, each in the place of its value, where that says more than the value. What was agreed to has its sentence.
 */
export function wordsOf({ fields, consents }: Form, hints: Hints): Pick<Written, 'labels' | 'texts'> {
  const labels = new Map<string, string>();
  const texts = new Map<string, string[]>();
  for (const [name, values] of fields) {
    // A field may be called `constructor`.
    const { label = '', text = [] } = (Object.hasOwn(hints, name) && hints[name]) || {};
    const read = values.map((value, place) => (text[place] === value ? '' : (text[place] ?? '')));
    // The label of a box is all there is to read of it; of one of several it is one of the answers.
    const isBox = label !== '' && read.includes(label);
    const isAlone = (values.length === 1 && TICKED.test(values[0] ?? '')) || isAgreed(consents, name, label);
    if (label && label !== name && !(isBox && !isAlone)) labels.set(name, label);
    if (read.some(Boolean) && !(isBox && isAlone)) texts.set(name, read);
  }
  return { labels, texts };
}

/** A consent goes by its field's name, else by the beginning of its sentence. */
const isAgreed = (consents: readonly string[], name: string, label: string) =>
  consents.some((consent) => consent === name || label.startsWith(consent));
