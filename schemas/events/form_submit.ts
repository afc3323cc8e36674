import * as v from 'valibot';
import { between, commonEntries, cut, lenient, oneLine, shortText, url } from './common.js';

const FIELDS_MAX = 200;
const NAME_MAX = 200;
const VALUE_MAX = 10_000;
const FILES_MAX = 100;

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

/** A file chosen in a form. Its name is one of the field's values; of what is in it nothing is sent. */
const file = v.object({
  name: cut(VALUE_MAX),
  size: lenient(between(0, Number.MAX_SAFE_INTEGER)),
  type: lenient(shortText),
});

export type ChosenFile = v.InferOutput<typeof file>;

/** Files that cannot be read are left out, like those beyond the most that are kept. */
const files = v.pipe(
  v.custom<v.InferInput<typeof file>[]>(Array.isArray, 'must be a list of files'),
  v.transform((list) =>
    list.slice(0, FILES_MAX).flatMap((item): ChosenFile[] => {
      const result = v.safeParse(file, item);
      return result.success ? [result.output] : [];
    }),
  ),
);

/** What the page says of a field, for recognising what it means; a hint that cannot be read counts as none. */
const hint = v.fallback(
  v.object({
    type: lenient(shortText),
    autocomplete: lenient(shortText),
    label: lenient(oneLine),
    /** Of a file input, whose values are the names alone. */
    files: lenient(files),
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
export const formSubmit = v.looseObject({
  ...commonEntries,
  type: v.literal('form_submit'),
  form: v.object({
    id: v.optional(shortText),
    name: v.optional(shortText),
    action: v.optional(url),
    fields,
    hints: lenient(hints),
  }),
});

export type FormSubmit = v.InferInput<typeof formSubmit>;
