import * as v from 'valibot';

/** Longest values kept, in UTF-16 units. Longer ones are cut, not refused: one long field never costs the event. */
const TITLE_MAX = 500;
const URL_MAX = 4_096;

/** Text; shops number their orders and customers, so a number is taken for its digits. */
const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

export const cut = (max: number) =>
  v.pipe(
    text,
    v.transform((whole) => whole.slice(0, max)),
  );

export const url = cut(URL_MAX);
export const title = cut(TITLE_MAX);
export const shortText = cut(200);
/** What people write: notes, instructions, feedback. Stored as personal data, never with the event itself. */
export const freeText = cut(10_000);
/** Text of a page as it reads, whatever white space its markup has. */
export const lineOf = (max: number) =>
  v.pipe(
    text,
    v.transform((whole) => whole.replace(/\s+/g, ' ').trim().slice(0, max)),
  );
export const oneLine = lineOf(200);
export const id = v.pipe(text, v.trim(), v.minLength(1), v.maxLength(128));

/** Event ids and visitor ids: made at random by the sender, and what makes a retry harmless. */
export const uniqueId = v.pipe(
  v.string(),
  v.regex(/^[\w.:-]{1,128}$/, 'must be 1 to 128 of A-Z a-z 0-9 _ . : -'),
);

/** Milliseconds since 1970 in UTC, by the sender's clock; fractions (performance.now) are cut off. */
export const milliseconds = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(8.64e15),
  v.transform((ms) => Math.floor(ms)),
);

/** A whole number within bounds; what lies beyond them is brought back to them. */
export const between = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.transform((value) => Math.round(Math.min(Math.max(value, min), max))),
  );

/** A field that never costs what it belongs to: null, or what cannot be read, counts as not there. */
export const lenient = <Schema extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  schema: Schema,
) =>
  v.fallback(
    v.pipe(
      v.nullish(schema),
      v.transform((value) => value ?? undefined),
    ),
    undefined,
  );

/** Who someone is. The first of `email`, `phone` and `customer` that is there decides which person it is. */
export const personEntries = {
  email: v.optional(id),
  phone: v.optional(id),
  customer: v.optional(id),
};

/** Whom an API key or a session writes of: by what identifies them, or by an id that an answer has had. */
export const whoseEntries = {
  id: v.optional(v.pipe(v.string(), v.regex(/^p_[\w-]{22}$/, 'must be the person_id of an answer'))),
  ...personEntries,
};

/**
 * What every event may carry. `url`, `referrer` and `title` fall back to the batch's `context`. In a server's batch an
 * event may say whose it is by `person`, `visitor` or both; one that says neither is the batch's. From the public key
 * neither counts.
 */
export const commonEntries = {
  id: uniqueId,
  ts: milliseconds,
  visitor: v.optional(uniqueId),
  person: v.optional(v.object(whoseEntries)),
  url: v.optional(url),
  referrer: v.optional(url),
  title: v.optional(title),
  props: v.optional(v.record(v.string(), v.unknown())),
};
