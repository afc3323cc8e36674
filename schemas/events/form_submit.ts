import * as v from 'valibot';
import { lenient, lineOf, shortText, url } from './common.js';
import { defineEvent, type InputOf } from './define.js';
import { by } from './places.js';

const FIELDS_MAX = 200;
const NAME_MAX = 200;
const VALUE_MAX = 10_000;
/** The sentence of a consent is a label, and may be of lawyers. */
const LABEL_MAX = 1_000;

/** One value or several; numbers and booleans become text, anything else (an object, null) is left out. */
function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((item) => ['string', 'number', 'boolean'].includes(typeof item))
    .map((item) => String(item).slice(0, VALUE_MAX));
}

/** Field name → its values. A field that cannot be read is left out; it never costs the lead. */
const fields = v.pipe(
  v.custom<Record<string, string | string[]>>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'must be an object of field name to a string or a list of strings',
  ),
  v.transform((input): Map<string, string[]> => {
    const entries = Object.entries(input).slice(0, FIELDS_MAX);
    return new Map(
      entries
        .map(([name, value]) => [name.slice(0, NAME_MAX), texts(value)] as const)
        .filter(([, list]) => list.length > 0),
    );
  }),
);

const label = lineOf(LABEL_MAX);
/** One that cannot be read leaves its place empty, so that each stays beside its value. */
const optionTexts = v.union([
  v.pipe(
    label,
    v.transform((one) => [one]),
  ),
  v.array(v.fallback(label, '')),
]);

/**
 * What the page says of a field, for recognising what it means and for showing it as the visitor saw it; a hint that cannot
 * be read counts as none.
 */
const hint = v.fallback(
  v.object({
    type: lenient(shortText),
    autocomplete: lenient(shortText),
    /** Of a check box the sentence beside it. */
    label: lenient(label),
    /** What the chosen options read, each in the place of its value: texts of a list, labels of radio buttons. */
    text: lenient(optionTexts),
  }),
  {},
);

export type FieldHint = v.InferOutput<typeof hint>;

/** Under the names that the fields go by, which are cut as well. */
const hints = v.record(
  v.pipe(
    v.string(),
    v.transform((name) => name.slice(0, NAME_MAX)),
  ),
  hint,
);

/** A form was submitted. Sensitive fields never get here: the browser script leaves them out. */
export const formSubmit = defineEvent({
  type: 'form_submit',
  from: 'anyone',
  fields: {
    form: by(
      'form',
      v.object({
        id: v.optional(shortText),
        name: v.optional(shortText),
        action: v.optional(url),
        fields,
        hints: lenient(hints),
      }),
    ),
  },
});

export type FormSubmit = InputOf<typeof formSubmit>;
