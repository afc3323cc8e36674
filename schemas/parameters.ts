import * as v from 'valibot';

/** Parameters that many queries take. */
export const personId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

export const eventId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
