import * as v from 'valibot';

/** Parameters that many queries take. */
export const personId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

export const eventId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

export const recordId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const day = v.pipe(v.string(), v.isoDate());

/** Days of the site's zone, both included; without them all there are. */
export const range = { from: v.optional(day), to: v.optional(day) };
