import * as v from 'valibot';
import { defineEvent, type InputOf } from './define.js';
import { fact } from './places.js';

/** The visitor chose whether to be tracked. */
export const consent = defineEvent({
  type: 'consent',
  from: 'anyone',
  showsInterest: false,
  fields: { choice: fact(v.picklist(['granted', 'denied'])) },
});

export type Consent = InputOf<typeof consent>;
