import type { TimelineEvent } from '../../api.js';

/** What somebody typed into a form, with what the collector recognised apart from the rest. */
export interface Typed {
  fields: [name: string, values: string[]][];
  message: string;
  consents: string[];
}

/** A box that was ticked says nothing but that. */
const TICK = /^(on|true|1|yes|y|s[ií]|evet|checked)$/i;

/** Characters that `schemas/queries/timeline.sql` leaves of a field of a long form. */
const FIELD_CUT = 200;

/** Nothing twice: the message, and boxes that are told as consents, are left out of the fields. */
export function splitFields({
  fields,
  message,
  consents,
  cut,
}: Pick<TimelineEvent, 'fields' | 'message' | 'consents' | 'cut'>): Typed {
  const isConsent = (name: string, values: string[]) =>
    consents.includes(name) && values.every((value) => TICK.test(value));
  // Of a long form the fields are cut shorter than the message.
  const begins = (value: string) => value.length >= FIELD_CUT && message.startsWith(value.trimStart());
  const isMessage = ([value = '', ...more]: string[]) =>
    message !== '' && more.length === 0 && (value.trim() === message || (!!cut.fields && begins(value)));
  return {
    fields: Object.entries(fields)
      .map(([name, values]): [string, string[]] => [name, values.filter(Boolean)])
      .filter(([name, values]) => values.length > 0 && !isMessage(values) && !isConsent(name, values)),
    message,
    consents,
  };
}
